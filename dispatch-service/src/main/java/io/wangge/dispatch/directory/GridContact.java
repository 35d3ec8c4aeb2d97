package io.wangge.dispatch.directory;

import org.jspecify.annotations.Nullable;

/**
 * Whom residents turn to for a grid (网格员公示牌).
 *
 * @param id unit id of the grid
 * @param phone the number on the board in the street; null for none
 */
public record GridContact(
        String id, String staffId, @Nullable String phone) {}

package io.wangge.intake.attachment;

import org.jspecify.annotations.Nullable;

/**
 * A declaration as it was handed in, unchecked.
 *
 * @param id UUID made by the client
 * @param ownerKind REPORT or CASE
 * @param moment BEFORE (default) or AFTER
 * @param size in bytes
 * @param sha256 hex
 */
public record AttachmentForm(
        @Nullable String id,
        @Nullable String ownerKind,
        @Nullable String ownerId,
        @Nullable String moment,
        @Nullable String fileName,
        @Nullable Long size,
        @Nullable String sha256) {}

package io.wangge.ledger.live;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry as it is shown live: no free text, nobody's name.
 *
 * @param id of the entry
 * @param position from which any replica goes on
 * @param reached the place of its batch, as {@link Tail.Follow#reached} counts
 * @param scopeUnits whose people may see it
 * @param by staff id or name of the service; null for residents
 */
public record LiveEvent(
        String id,
        String position,
        long reached,
        String type,
        Instant time,
        @Nullable String caseId,
        @Nullable String caseNumber,
        @Nullable String state,
        @Nullable String category,
        @Nullable String level,
        @Nullable String by,
        @Nullable String unitId,
        List<String> scopeUnits) {}

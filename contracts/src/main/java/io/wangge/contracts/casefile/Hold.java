package io.wangge.contracts.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 承办: one unit's time with a case.
 *
 * @param number counts the holds of a case from 1
 * @param unitPath ids from the top of the organisation down to the unit
 * @param acceptanceDueAt null for a hold that begins accepted, such as rework
 * @param handlingDueAt when the unit's own part is due
 * @param provisional true when a due time reaches into a year whose holidays are not published
 */
public record Hold(
        int number,
        String unitId,
        List<String> unitPath,
        String level,
        Instant startedAt,
        @Nullable Instant acceptanceDueAt,
        Instant handlingDueAt,
        boolean provisional) {}

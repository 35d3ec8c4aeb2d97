package io.wangge.ledger.score;

import io.wangge.contracts.Actor;
import io.wangge.ledger.records.Kept;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 申诉: a unit says that an overdue should not count against it. Its words stand in the ledger, where they can be erased.
 *
 * @param id {@code caseId.unitId}: once for each overdue and unit
 * @param unitPath ids from the top down to the unit
 * @param month in which the overdue counts
 * @param fingerprint of the request that filed it, to know a repeat from a second appeal
 */
public record Appeal(
        String id,
        String caseId,
        String caseNumber,
        List<String> unitPath,
        YearMonth month,
        Actor by,
        Instant at,
        String fingerprint,
        @Nullable Ruling ruling)
        implements Kept {
    public Appeal {
        unitPath = List.copyOf(unitPath);
    }

    /** @param granted the overdue counts no longer, for the unit and those above it */
    public record Ruling(boolean granted, Actor by, Instant at, String fingerprint) {}

    @Override
    public Instant lastEventAt() {
        return ruling == null ? at : ruling.at();
    }

    static String idOf(String caseId, String unitId) {
        return caseId + "." + unitId;
    }

    public String unitId() {
        return unitPath.getLast();
    }

    Appeal ruled(Ruling given) {
        return new Appeal(id, caseId, caseNumber, unitPath, month, by, at, fingerprint, given);
    }
}

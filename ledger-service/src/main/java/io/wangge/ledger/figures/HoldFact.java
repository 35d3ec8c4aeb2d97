package io.wangge.ledger.figures;

import io.wangge.contracts.casefile.Hold;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit's time with a case. What it was late stays on it for ever, wherever the case goes (domain.md "Clocks").
 *
 * @param endedAt completion or moving on; null while it runs
 */
public record HoldFact(
        int number,
        List<String> unitPath,
        String level,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant endedAt) {

    static HoldFact begin(Hold hold) {
        return new HoldFact(hold.number(), hold.unitPath(), hold.level(), hold.startedAt(), hold.handlingDueAt(), null);
    }

    HoldFact dueAnew(Instant due) {
        return new HoldFact(number, unitPath, level, startedAt, due, endedAt);
    }

    /** Ends once: what was completed stays completed then, however long the callback takes. */
    HoldFact end(Instant at) {
        return endedAt != null ? this : new HoldFact(number, unitPath, level, startedAt, dueAt, at);
    }

    public boolean late() {
        return endedAt != null && endedAt.isAfter(dueAt);
    }
}

package io.wangge.ledger.rating;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.rating.RatingEvent.Kind;
import io.wangge.contracts.rating.RatingEvent.Rated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One grade that somebody gave; never changed.
 *
 * @param id made by the device, so that it may be sent again
 * @param unitPath of the unit that served, from the top down
 * @param day where the residents live
 * @param fingerprint of its content, to know a repeat from another one with the same id
 */
public record Rating(
        String id,
        Kind kind,
        @Nullable String windowId,
        List<String> unitPath,
        String staffId,
        Grade grade,
        List<FiveZero> breaches,
        Instant at,
        LocalDate day,
        String fingerprint) {

    public String unitId() {
        return unitPath.getLast();
    }

    /** What the ledger keeps of it. */
    public Rated event(Actor by, @Nullable Erasable comment) {
        return new Rated(
                id,
                kind,
                windowId,
                unitId(),
                staffId,
                by,
                grade,
                breaches.stream().map(FiveZero::name).toList(),
                comment);
    }
}

package io.wangge.ledger.figures;

import io.wangge.contracts.Refused;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Whole days, both ends in it. */
public record Period(LocalDate from, LocalDate to) {
    /** Three years and a bit: a comparison with the year before the last still fits. */
    static final long MOST_DAYS = 1100;

    /** Why these two days make no period that is answered; empty when they do. */
    public static Optional<Refused> refusal(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return Optional.of(new Refused("period-reversed", Map.of("from", from.toString(), "to", to.toString())));
        }
        return ChronoUnit.DAYS.between(from, to) >= MOST_DAYS
                ? Optional.of(new Refused("period-too-long", Map.of("limit", MOST_DAYS)))
                : Optional.empty();
    }

    /** What of it has come: what is due tomorrow is not counted today. A period to come ends before it starts. */
    public Period until(LocalDate today) {
        return to.isAfter(today) ? new Period(from, today) : this;
    }

    public int first() {
        return Days.number(from);
    }

    public int last() {
        return Days.number(to);
    }

    public boolean contains(int day) {
        return day >= first() && day <= last();
    }
}

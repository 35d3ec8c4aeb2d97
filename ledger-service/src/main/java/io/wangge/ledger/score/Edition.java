package io.wangge.ledger.score;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A version of a formula that was brought into force; never changed.
 *
 * @param version 1, 2, 3, … of its formula
 * @param from the first month that it scores
 * @param by staff id, or {@code system} for the one that is built in
 */
public record Edition(Formula formula, long version, YearMonth from, Instant activatedAt, String by) {

    /** The one by which a month is scored: the last that had come into force by then. */
    public static Optional<Edition> of(Collection<Edition> editions, YearMonth month) {
        return editions.stream()
                .filter(edition -> !edition.from().isAfter(month))
                .max(Comparator.comparing(Edition::from).thenComparing(Edition::version));
    }
}

package io.wangge.ledger.rating;

import io.wangge.contracts.callback.Grade;
import java.util.Map;

/**
 * What the ratings of one worker or one unit add up to.
 *
 * @param id staff id or unit id
 * @param grades how often each was given; a grade that is missing was not
 */
public record Standing(String id, Map<Grade, Long> grades) {

    public long count() {
        return grades.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Mean of 100, 80, 60 and 0 points for the four grades, in hundredths of a point, rounded down. */
    public long hundredths() {
        long sum = grades.entrySet().stream()
                .mapToLong(given -> points(given.getKey()) * given.getValue())
                .sum();
        return count() == 0 ? 0 : sum * 100 / count();
    }

    private static long points(Grade grade) {
        return switch (grade) {
            case VERY_SATISFIED -> 100;
            case SATISFIED -> 80;
            case FAIR -> 60;
            case UNSATISFIED -> 0;
        };
    }
}

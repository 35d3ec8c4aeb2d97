package io.wangge.ledger.rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the ratings of a time add up to. */
public interface RatingTotals {
    /** Whose ratings stand together. */
    enum By {
        WORKER,
        DEPARTMENT
    }

    /**
     * @param units the caller's; a rating counts when its unit lies in one of them
     * @param from first day
     * @param to last day
     */
    record Span(Set<String> units, LocalDate from, LocalDate to) {}

    List<Standing> standings(By by, Span span);

    /** Each of the five, 0 where nobody said otherwise. */
    Map<FiveZero, Long> breaches(Span span);
}

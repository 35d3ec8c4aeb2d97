package io.wangge.dispatch.clock;

import java.time.Instant;

/**
 * When something is due.
 *
 * @param provisional true when the computation had to ask a year whose holidays are not announced; it is set anew when
 *     that year is published
 */
public record Deadline(Instant at, boolean provisional) {

    /** What follows on this one: due after it, and no more certain than it. */
    public Deadline then(BusinessCalendar calendar, Limit limit) {
        Deadline next = calendar.following(at, limit);
        return new Deadline(next.at(), provisional || next.provisional());
    }
}

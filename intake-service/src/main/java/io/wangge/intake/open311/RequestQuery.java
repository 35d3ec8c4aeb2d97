package io.wangge.intake.open311;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GET requests: which of them.
 *
 * @param ids when there are any, nothing else counts
 * @param from earliest receipt, inclusive
 * @param until latest receipt, inclusive
 * @param codes empty for all
 * @param open null for open and closed ones
 * @param updatedFrom only what has changed since, an argument of common servers
 * @param page from 1
 */
public record RequestQuery(
        List<String> ids,
        Instant from,
        Instant until,
        List<String> codes,
        @Nullable Boolean open,
        @Nullable Instant updatedFrom,
        @Nullable Instant updatedUntil,
        int page,
        int pageSize) {
    /** "The most recent 90 days or the first 1000, whichever is smaller" (GeoReport v2). */
    public static final int MOST_AT_ONCE = 1000;

    static final Duration LONGEST_SPAN = Duration.ofDays(90);

    /** Beyond it a reader narrows the dates: skipping costs the store what it skips. */
    private static final int DEEPEST = 100_000;

    /** What came of reading the arguments. */
    public sealed interface Reading {
        record Readable(RequestQuery query) implements Reading {}

        record Faulty(List<Fault> faults) implements Reading {}
    }

    public static Reading read(Arguments arguments, Instant now, ZoneId zone) {
        List<Fault> faults = new ArrayList<>();
        Instant start = arguments.time("start_date", zone, faults);
        Instant end = arguments.time("end_date", zone, faults);
        Instant until = end != null ? end : start != null ? earlier(start.plus(LONGEST_SPAN), now) : now;
        Instant from = start != null ? start : until.minus(LONGEST_SPAN);
        if (faults.isEmpty() && from.isAfter(until)) {
            faults.add(Fault.wrong("start_date", "start-after-end"));
        } else if (faults.isEmpty() && Duration.between(from, until).compareTo(LONGEST_SPAN) > 0) {
            faults.add(Fault.wrong("end_date", "span-too-long", Map.of("max", LONGEST_SPAN.toDays())));
        }
        int size = arguments.count("page_size", MOST_AT_ONCE, MOST_AT_ONCE, faults);
        int page = arguments.count("page", 1, DEEPEST, faults);
        if ((long) page * size > DEEPEST) {
            faults.add(Fault.wrong("page", "out-of-range", Map.of("min", 1, "max", DEEPEST / size)));
        }
        Boolean open = status(arguments.several("status"), faults);
        Instant updatedFrom = arguments.time("updated_after", zone, faults);
        Instant updatedUntil = arguments.time("updated_before", zone, faults);
        return faults.isEmpty()
                ? new Reading.Readable(new RequestQuery(
                        arguments.several("service_request_id"),
                        from,
                        until,
                        arguments.several("service_code"),
                        open,
                        updatedFrom,
                        updatedUntil,
                        page,
                        size))
                : new Reading.Faulty(faults);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable Boolean status(List<String> named, List<Fault> faults) {
        if (!named.stream().allMatch(status -> status.equals("open") || status.equals("closed"))) {
            faults.add(Fault.wrong("status", "unknown-value", Map.of("allowed", "open, closed")));
        }
        return named.size() == 1 ? Boolean.valueOf(named.contains("open")) : null;
    }
}

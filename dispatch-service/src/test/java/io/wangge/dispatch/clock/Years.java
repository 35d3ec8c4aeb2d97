package io.wangge.dispatch.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 2026 as announced, 2027 not yet. */
final class Years {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final CalendarYear YEAR_2026 = new CalendarYear(
            2026,
            days(
                    "2026-01-01..2026-01-03",
                    "2026-02-15..2026-02-23",
                    "2026-04-04..2026-04-06",
                    "2026-05-01..2026-05-05",
                    "2026-06-19..2026-06-21",
                    "2026-09-25..2026-09-27",
                    "2026-10-01..2026-10-07"),
            days(
                    "2026-01-04..2026-01-04",
                    "2026-02-14..2026-02-14",
                    "2026-02-28..2026-02-28",
                    "2026-05-09..2026-05-09",
                    "2026-09-20..2026-09-20",
                    "2026-10-10..2026-10-10"),
            true);

    static final BusinessCalendar CALENDAR = new BusinessCalendar(
            ZONE, OpeningHours.USUAL, Map.of(2026, YEAR_2026, 2027, new CalendarYear(2027, Set.of(), Set.of(), false)));

    private Years() {}

    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime.replace(' ', 'T')).atZone(ZONE).toInstant();
    }

    private static Set<LocalDate> days(String... spans) {
        return Stream.of(spans)
                .flatMap(span -> LocalDate.parse(span.substring(0, 10))
                        .datesUntil(LocalDate.parse(span.substring(12)).plusDays(1)))
                .collect(Collectors.toSet());
    }
}

package io.wangge.dispatch.files;

import io.wangge.dispatch.clock.CalendarYear;
import io.wangge.dispatch.clock.OpeningHours;
import io.wangge.dispatch.reference.Content;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code calendar.json}: holidays as the State Council announces them, from one day to another, and the weekend days
 * that are worked instead.
 *
 * @param openingHours pairs of opening and closing
 */
record CalendarFile(ZoneId zone, List<List<LocalTime>> openingHours, List<Year> years) {

    record Year(int year, boolean published, List<Holiday> holidays, List<LocalDate> workedDays) {
        CalendarYear toYear() {
            Set<LocalDate> days = holidays.stream()
                    .flatMap(holiday -> holiday.from().datesUntil(holiday.to().plusDays(1)))
                    .collect(Collectors.toSet());
            return new CalendarYear(year, days, Set.copyOf(workedDays), published);
        }
    }

    /** @param to the last day off */
    record Holiday(String nameZh, LocalDate from, LocalDate to) {}

    /** @throws IllegalArgumentException when the days or hours contradict each other */
    Content toContent() {
        OpeningHours hours = new OpeningHours(openingHours.stream()
                .map(pair -> new OpeningHours.Span(pair.getFirst(), pair.getLast()))
                .toList());
        return new Content.Calendar(
                zone,
                hours,
                years.stream()
                        .map(Year::toYear)
                        .sorted(Comparator.comparing(CalendarYear::year))
                        .toList());
    }
}

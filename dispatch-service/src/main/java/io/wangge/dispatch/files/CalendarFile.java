package io.wangge.dispatch.files;

import io.wangge.dispatch.clock.CalendarYear;
import io.wangge.dispatch.clock.OfficeHours;
import io.wangge.dispatch.clock.OpeningHours;
import io.wangge.dispatch.clock.WorkdayCount;
import io.wangge.dispatch.reference.Content;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code calendar.json}: holidays as the State Council announces them, from one day to another, the weekend days that are
 * worked instead, and when offices are open.
 *
 * @param openingHours pairs of opening and closing on a workday
 * @param onDays hours of a day of the week in place of the usual ones; absent for none
 * @param workdayCount absent for whole days
 * @param units those with hours of their own; absent for none
 */
record CalendarFile(
        ZoneId zone,
        List<List<LocalTime>> openingHours,
        @Nullable Map<DayOfWeek, List<List<LocalTime>>> onDays,
        @Nullable WorkdayCount workdayCount,
        @Nullable List<UnitHours> units,
        List<Year> years) {

    /** @param openingHours absent for the district's */
    record UnitHours(
            String unitId,
            @Nullable List<List<LocalTime>> openingHours,
            @Nullable Map<DayOfWeek, List<List<LocalTime>>> onDays) {}

    /** @param to the last day off */
    record Holiday(String nameZh, LocalDate from, LocalDate to) {}

    record Year(int year, boolean published, List<Holiday> holidays, List<LocalDate> workedDays) {
        CalendarYear toYear() {
            Set<LocalDate> daysOff = new HashSet<>();
            for (Holiday holiday : holidays) {
                if (holiday.to().isBefore(holiday.from())) {
                    throw new IllegalArgumentException(holiday.nameZh() + " ends before it begins");
                }
                holiday.from().datesUntil(holiday.to().plusDays(1)).forEach(day -> {
                    if (!daysOff.add(day)) {
                        throw new IllegalArgumentException(
                                day + " stands twice among the holidays, the second time in " + holiday.nameZh());
                    }
                });
            }
            Set<LocalDate> worked = new HashSet<>();
            for (LocalDate day : workedDays) {
                if (!worked.add(day)) {
                    throw new IllegalArgumentException(day + " stands twice among the worked days");
                }
            }
            return new CalendarYear(year, daysOff, worked, published);
        }
    }

    /** @throws IllegalArgumentException naming every place where days or hours contradict each other */
    Content toContent() {
        Faults faults = new Faults();
        requirePresent(faults);
        OfficeHours office =
                faults.read("openingHours", () -> office(openingHours, onDays), OfficeHours.of(OpeningHours.USUAL));
        Map<String, OfficeHours> own = new HashMap<>();
        for (UnitHours unit : units == null ? List.<UnitHours>of() : units) {
            String place = "unit " + unit.unitId();
            OfficeHours hours = faults.read(
                    place,
                    () -> office(unit.openingHours() == null ? openingHours : unit.openingHours(), unit.onDays()),
                    office);
            if (own.put(unit.unitId(), hours) != null) {
                faults.add(place, "it stands twice");
            }
        }
        List<CalendarYear> read = new ArrayList<>();
        for (Year year : years) {
            CalendarYear empty = new CalendarYear(year.year(), Set.of(), Set.of(), false);
            read.add(faults.read("year " + year.year(), year::toYear, empty));
        }
        faults.refuse();
        read.sort(Comparator.comparing(CalendarYear::year));
        return new Content.Calendar(
                zone, office, read, workdayCount == null ? WorkdayCount.WHOLE_DAY : workdayCount, own);
    }

    /** What JSON leaves out arrives as null, whatever the types promise. */
    private void requirePresent(Faults faults) {
        faults.require("zone", zone);
        faults.require("openingHours", openingHours);
        faults.require("years", years);
        faults.refuse();
        for (Year year : years) {
            faults.require("holidays of " + year.year(), year.holidays());
            faults.require("workedDays of " + year.year(), year.workedDays());
        }
        faults.refuse();
    }

    private static OfficeHours office(
            List<List<LocalTime>> usual, @Nullable Map<DayOfWeek, List<List<LocalTime>>> onDays) {
        Map<DayOfWeek, OpeningHours> special = new HashMap<>();
        if (onDays != null) {
            onDays.forEach((day, spans) -> special.put(day, hours(spans)));
        }
        return new OfficeHours(hours(usual), special);
    }

    private static OpeningHours hours(List<List<LocalTime>> spans) {
        return new OpeningHours(spans.stream().map(CalendarFile::span).toList());
    }

    private static OpeningHours.Span span(List<LocalTime> pair) {
        if (pair.size() != 2) {
            throw new IllegalArgumentException("a span of hours has an opening and a closing, not " + pair);
        }
        return new OpeningHours.Span(pair.getFirst(), pair.getLast());
    }

    /** Collects what is wrong, so that a clerk sees all of it at once. */
    private static final class Faults {
        private final List<String> words = new ArrayList<>();

        void require(String place, @Nullable Object value) {
            if (value == null) {
                add(place, "is missing");
            }
        }

        void add(String place, String fault) {
            words.add(place + ": " + fault);
        }

        /** @param other stands in for what cannot be read; nothing of it is used once there is a fault */
        <T> T read(String place, Supplier<T> reading, T other) {
            try {
                return reading.get();
            } catch (IllegalArgumentException e) {
                add(place, String.valueOf(e.getMessage()));
                return other;
            }
        }

        void refuse() {
            if (!words.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", words));
            }
        }
    }
}

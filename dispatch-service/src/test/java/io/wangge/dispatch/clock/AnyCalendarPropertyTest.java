package io.wangge.dispatch.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Calendars that nobody announced, around a turn of the year, against a count of minute after minute. */
class AnyCalendarPropertyTest {
    private static final ZoneId ZONE = Years.ZONE;
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 14);
    private static final int DAYS = 60;

    @Property(tries = 150)
    void work_hours(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 20 * 1440) int start,
            @ForAll @IntRange(min = 1, max = 12) int amount) {
        BusinessCalendar calendar = any(seed);
        Instant from = moment(start);
        Instant now = from;
        for (int left = amount * 60; left > 0; now = now.plus(Duration.ofMinutes(1))) {
            left -= isOpen(calendar, now) ? 1 : 0;
        }

        assertThat(calendar.due(from, new Limit(amount, LimitUnit.WORK_HOUR)).at())
                .isEqualTo(now);
    }

    @Property(tries = 150)
    void workdays(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 20 * 1440) int start,
            @ForAll @IntRange(min = 1, max = 10) int amount) {
        BusinessCalendar calendar = any(seed);
        Instant from = moment(start);
        LocalDate today = LocalDate.ofInstant(from, ZONE);
        Set<LocalDate> counted = new HashSet<>();
        Instant due = from;
        // Until one workday too many: the last open minute before that belongs to the day of the due time.
        for (Instant now = from; counted.size() <= amount; now = now.plus(Duration.ofMinutes(1))) {
            LocalDate day = LocalDate.ofInstant(now, ZONE);
            if (day.isAfter(today) && isWorked(calendar, day) && isOpen(calendar, now)) {
                counted.add(day);
                due = counted.size() <= amount ? now.plus(Duration.ofMinutes(1)) : due;
            }
        }

        assertThat(calendar.due(from, new Limit(amount, LimitUnit.WORKDAY)).at())
                .isEqualTo(due);
    }

    @Property(tries = 150)
    void what_is_left(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 20 * 1440) int start,
            @ForAll @IntRange(min = 0, max = 20_000) int minutes) {
        BusinessCalendar calendar = any(seed);
        Instant from = moment(start);
        int open = 0;
        for (int minute = 0; minute < minutes; minute++) {
            open += isOpen(calendar, from.plus(Duration.ofMinutes(minute))) ? 1 : 0;
        }
        Instant to = from.plus(Duration.ofMinutes(minutes));
        Countable left = calendar.left(from, to, LimitUnit.WORK_HOUR);

        assertThat(left.time()).isEqualTo(Duration.ofMinutes(open));
        if (open > 0) {
            assertThat(calendar.left(from, calendar.resume(from, left).at(), LimitUnit.WORK_HOUR)
                            .time())
                    .isEqualTo(left.time());
        }
    }

    private static Instant moment(int minute) {
        return LocalDateTime.of(FIRST, LocalTime.MIDNIGHT)
                .plusMinutes(minute)
                .atZone(ZONE)
                .toInstant();
    }

    private static BusinessCalendar any(long seed) {
        Random random = new Random(seed);
        Map<Integer, Set<LocalDate>> off = Map.of(2026, new HashSet<>(), 2027, new HashSet<>());
        Map<Integer, Set<LocalDate>> worked = Map.of(2026, new HashSet<>(), 2027, new HashSet<>());
        FIRST.datesUntil(FIRST.plusDays(DAYS)).forEach(day -> {
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            if (random.nextInt(5) == 0) {
                off.getOrDefault(day.getYear(), new HashSet<>()).add(day);
            } else if (weekend && random.nextInt(4) == 0) {
                worked.getOrDefault(day.getYear(), new HashSet<>()).add(day);
            }
        });
        Map<DayOfWeek, OpeningHours> onDays = new HashMap<>();
        onDays.put(DayOfWeek.of(1 + random.nextInt(7)), hours(random));
        onDays.put(DayOfWeek.SATURDAY, hours(random));
        Map<Integer, CalendarYear> years = new HashMap<>();
        off.forEach((year, days) ->
                years.put(year, new CalendarYear(year, days, worked.getOrDefault(year, Set.of()), true)));
        return new BusinessCalendar(
                ZONE, new OfficeHours(hours(random), onDays), years, WorkdayCount.WHOLE_DAY, Map.of(), 0);
    }

    /** Two hours a day at least, so that the slow count comes to an end. */
    private static OpeningHours hours(Random random) {
        OpeningHours hours = anyHours(random);
        while (hours.minutesOpen() < 120) {
            hours = anyHours(random);
        }
        return hours;
    }

    /** One to three spans at any minute; the last may end at midnight. */
    private static OpeningHours anyHours(Random random) {
        int spans = 1 + random.nextInt(3);
        TreeSet<Integer> edges = new TreeSet<>();
        while (edges.size() < 2 * spans) {
            edges.add(random.nextInt(1441));
        }
        List<Integer> minutes = new ArrayList<>(edges);
        List<OpeningHours.Span> list = new ArrayList<>();
        for (int i = 0; i < minutes.size(); i += 2) {
            list.add(new OpeningHours.Span(time(minutes.get(i)), time(minutes.get(i + 1))));
        }
        return new OpeningHours(list);
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute % 1440);
    }

    private static boolean isWorked(BusinessCalendar calendar, LocalDate day) {
        CalendarYear year = calendar.years().get(day.getYear());
        boolean weekday = day.getDayOfWeek().getValue() <= 5;
        return year != null
                && (year.workedDays().contains(day)
                        || weekday && !year.holidays().contains(day));
    }

    private static boolean isOpen(BusinessCalendar calendar, Instant moment) {
        ZonedDateTime time = moment.atZone(ZONE);
        LocalDate day = time.toLocalDate();
        CalendarYear year = calendar.years().get(day.getYear());
        if (year == null || year.holidays().contains(day)) {
            return false;
        }
        OpeningHours special = calendar.office().onDays().get(day.getDayOfWeek());
        if (special == null && !isWorked(calendar, day)) {
            return false;
        }
        OpeningHours hours = special == null || year.workedDays().contains(day)
                ? calendar.office().usual()
                : special;
        int minute = time.getHour() * 60 + time.getMinute();
        return hours.spans().stream().anyMatch(span -> {
            int end = span.to().toSecondOfDay() == 0 ? 1440 : span.to().toSecondOfDay() / 60;
            return span.from().toSecondOfDay() / 60 <= minute && minute < end;
        });
    }
}

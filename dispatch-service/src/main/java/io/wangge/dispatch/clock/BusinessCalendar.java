package io.wangge.dispatch.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which days are worked, and when an office is open; computes when a limit ends (domain.md, Clocks).
 *
 * @param zone of the district, such as Asia/Shanghai
 * @param district hours of every unit that has none of its own
 * @param office hours of the unit that this calendar is for
 * @param years by year; a year that is missing follows the weekly pattern and is not published
 * @param workdayCount the district's choice of how a WORKDAY is counted
 * @param units hours of those units that have their own, by unit id
 * @param version of the calendar as reference data, which a case remembers; 0 for one that is no reference data
 */
public record BusinessCalendar(
        ZoneId zone,
        OfficeHours district,
        OfficeHours office,
        Map<Integer, CalendarYear> years,
        WorkdayCount workdayCount,
        Map<String, OfficeHours> units,
        long version) {
    public BusinessCalendar {
        years = Map.copyOf(years);
        units = Map.copyOf(units);
    }

    /** The district's own. */
    public BusinessCalendar(
            ZoneId zone,
            OfficeHours district,
            Map<Integer, CalendarYear> years,
            WorkdayCount workdayCount,
            Map<String, OfficeHours> units,
            long version) {
        this(zone, district, district, years, workdayCount, units, version);
    }

    /** One that is the same for all units. */
    public BusinessCalendar(ZoneId zone, OpeningHours hours, Map<Integer, CalendarYear> years) {
        this(zone, OfficeHours.of(hours), years, WorkdayCount.WHOLE_DAY, Map.of(), 0);
    }

    /**
     * The calendar of a unit: its own hours, else those of the nearest unit above it that has any, else the district's.
     *
     * @param unitPath ids from the top down to the unit
     */
    public BusinessCalendar of(List<String> unitPath) {
        OfficeHours own = unitPath.reversed().stream()
                .filter(units::containsKey)
                .map(units::get)
                .findFirst()
                .orElse(district);
        return own.equals(office)
                ? this
                : new BusinessCalendar(zone, district, own, years, workdayCount, units, version);
    }

    /** When {@code limit} ends that starts at {@code start}; exact, in the units' own ways of counting. */
    public Deadline due(Instant start, Limit limit) {
        return new Count(this).due(start, limit);
    }

    /** The same with the spans that counted, for people who want to check it. */
    public Working working(Instant start, Limit limit) {
        return Working.of(this, start, limit);
    }

    /**
     * When {@code limit} ends that begins where another one ended: handling after acceptance, an extension after the old
     * due time. A due time at midnight is 24:00 of the day before, so that the day after it counts.
     */
    public Deadline following(Instant dueBefore, Limit limit) {
        return new Count(this).following(dueBefore, limit);
    }

    /**
     * When {@code percent} of {@code limit} is used up: the steps of an escalation policy, half a limit for rework.
     *
     * @param percent at least 0; 100 gives the due time itself, more counts on from there
     */
    public Deadline share(Instant start, Limit limit, int percent) {
        return new Shares(this).of(start, limit, percent);
    }

    /**
     * The same for a clock whose due time is no longer its limit's: extended, paused, or begun with another limit.
     *
     * @param unit in which it counts
     * @param percent at least 0; 100 gives {@code due} itself
     */
    public Deadline shareUntil(Instant start, Instant due, LimitUnit unit, int percent) {
        return new Shares(this).until(start, due, unit, percent);
    }

    /**
     * How much countable time lies between two moments.
     *
     * @return nothing when {@code to} is not after {@code from}
     */
    public Countable countable(Instant from, Instant to, LimitUnit unit) {
        return new Count(this).between(from, to, unit);
    }

    /** What a clock still has when it is paused at {@code now}; nothing when it is overdue. */
    public Countable left(Instant now, Instant due, LimitUnit unit) {
        return countable(now, due, unit);
    }

    /**
     * The due time of a clock that goes on at {@code at} with what it had left; a clock that goes on at once is due as
     * before. Exact to the second, but for NATURAL_DAY: that ends at 24:00, and of a workday.
     */
    public Deadline resume(Instant at, Countable left) {
        return new Count(this).after(at, left);
    }

    /** 工作日 by law: what the State Council announced, else Monday to Friday. A unit's Saturday opening makes no workday. */
    public boolean isWorkday(LocalDate day) {
        return kindOf(day) == DayKind.WEEKDAY || kindOf(day) == DayKind.SWAPPED_WORKDAY;
    }

    /** Whether the day on which {@code moment} lies is worked. */
    public boolean isWorkday(Instant moment) {
        return isWorkday(LocalDate.ofInstant(moment, zone));
    }

    /** What the calendar says about a day, whatever a unit's hours are. */
    public DayKind kindOf(LocalDate day) {
        CalendarYear year = years.get(day.getYear());
        if (year != null && year.holidays().contains(day)) {
            return DayKind.HOLIDAY;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (year != null && year.workedDays().contains(day)) {
            return DayKind.SWAPPED_WORKDAY;
        }
        return weekend ? DayKind.WEEKEND : DayKind.WEEKDAY;
    }

    /** When the office is open on {@code day}; empty when it is closed. */
    public Optional<OpeningHours> hoursOn(LocalDate day) {
        return office.on(day.getDayOfWeek(), kindOf(day));
    }

    /** The usual hours. */
    public OpeningHours hours() {
        return office.usual();
    }

    /** Whether the holidays of {@code year} are announced. */
    public boolean isPublished(int year) {
        CalendarYear data = years.get(year);
        return data != null && data.published();
    }

    /** The last year whose holidays are announced. */
    public OptionalInt lastPublished() {
        return years.values().stream()
                .filter(CalendarYear::published)
                .mapToInt(CalendarYear::year)
                .max();
    }
}

package io.wangge.dispatch.http.calendar;

import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.clock.DayKind;
import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.clock.WorkdayCount;
import io.wangge.dispatch.clock.Working;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A due time and how it came about.
 *
 * @param provisional true when it reaches into a year whose holidays are not announced
 * @param working the spans that counted, in the order of time: opening hours, or whole days for NATURAL_DAY
 * @param workingMinutes their sum; whole minutes, as in the spans
 * @param moved absent unless the end was moved because its day was no workday
 * @param workdayCount how the district counts a WORKDAY
 * @param publishedThrough last year whose holidays are announced; absent when none is
 */
record DueView(
        Instant start,
        LimitView limit,
        @Nullable String unitId,
        Instant dueAt,
        boolean provisional,
        List<SpanView> working,
        long workingMinutes,
        @Nullable MovedView moved,
        ZoneId zone,
        long calendarVersion,
        WorkdayCount workdayCount,
        @Nullable Integer publishedThrough) {

    record LimitView(int amount, String unit) {}

    /** @param day on which it lies, in the district's time */
    record SpanView(LocalDate day, Instant from, Instant to, long minutes) {}

    /** @param from when it would have ended, had that day been a workday */
    record MovedView(Instant from, Instant to, LocalDate lastDay, DayKind dayKind, String reasonZh, String reasonEn) {}

    static DueView of(Instant start, Limit limit, @Nullable UnitItem unit, BusinessCalendar calendar) {
        Working working = calendar.working(start, limit);
        List<SpanView> spans = working.counted().stream()
                .map(span -> new SpanView(
                        LocalDate.ofInstant(span.from(), calendar.zone()),
                        span.from(),
                        span.to(),
                        span.length().toMinutes()))
                .toList();
        return new DueView(
                start,
                new LimitView(limit.amount(), limit.unit().name()),
                unit == null ? null : unit.id(),
                working.due().at(),
                working.due().provisional(),
                spans,
                working.counted().stream()
                        .map(Working.Span::length)
                        .reduce(Duration.ZERO, Duration::plus)
                        .toMinutes(),
                moved(working),
                calendar.zone(),
                calendar.version(),
                calendar.workdayCount(),
                calendar.lastPublished().isPresent() ? calendar.lastPublished().getAsInt() : null);
    }

    private static @Nullable MovedView moved(Working working) {
        Working.Moved moved = working.moved();
        if (moved == null) {
            return null;
        }
        boolean holiday = moved.kind() == DayKind.HOLIDAY;
        return new MovedView(
                moved.from(),
                working.due().at(),
                moved.lastDay(),
                moved.kind(),
                "最后一日 %s 是%s，顺延至下一个工作日 24:00（民法典第二百零一条、第二百零三条）".formatted(moved.lastDay(), holiday ? "节假日" : "周末"),
                "The last day, %s, is a %s: it ends at 24:00 of the next workday (Civil Code art. 201, 203)."
                        .formatted(moved.lastDay(), holiday ? "holiday" : "weekend day"));
    }
}

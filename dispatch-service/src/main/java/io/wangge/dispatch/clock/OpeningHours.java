package io.wangge.dispatch.clock;

import java.time.LocalTime;
import java.util.List;

/**
 * When an office is open on a workday.
 *
 * @param spans in the order of the day, without overlap, at least one; the last may end at midnight
 */
public record OpeningHours(List<Span> spans) {
    private static final int MINUTES_OF_DAY = 24 * 60;

    /** 08:00–12:00 and 14:00–18:00. */
    public static final OpeningHours USUAL = new OpeningHours(List.of(
            new Span(LocalTime.of(8, 0), LocalTime.of(12, 0)), new Span(LocalTime.of(14, 0), LocalTime.of(18, 0))));

    public OpeningHours {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("Opening hours need at least one span");
        }
        int end = 0;
        for (Span span : spans) {
            if (span.from().toSecondOfDay() % 60 != 0 || span.to().toSecondOfDay() % 60 != 0) {
                throw new IllegalArgumentException("Opening hours begin and end at whole minutes, not as " + span);
            }
            if (span.fromMinute() < end || span.toMinute() <= span.fromMinute()) {
                throw new IllegalArgumentException("Opening hours overlap or run backwards at " + span);
            }
            end = span.toMinute();
        }
    }

    /** Minutes that the office is open on a workday. */
    public int minutesOpen() {
        return spans.stream()
                .mapToInt(span -> span.toMinute() - span.fromMinute())
                .sum();
    }

    /** Minute of the day at which the office closes for the night; 1440 for midnight. */
    int closingMinute() {
        return spans.getLast().toMinute();
    }

    /**
     * @param from whole minutes
     * @param to whole minutes; 00:00 stands for the midnight at the day's end
     */
    public record Span(LocalTime from, LocalTime to) {
        int fromMinute() {
            return from.toSecondOfDay() / 60;
        }

        int toMinute() {
            int minute = to.toSecondOfDay() / 60;
            return minute == 0 ? MINUTES_OF_DAY : minute;
        }
    }
}

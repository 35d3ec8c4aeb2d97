package io.wangge.intake.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a form must keep where it says when. */
final class TimeRules {
    /** Phones' clocks run ahead by minutes, not by hours. */
    static final Duration AHEAD = Duration.ofMinutes(10);
    /** Offline reports arrive days later and old grievances come in; what is older than this is a broken clock. */
    static final Duration BEHIND = Duration.ofDays(3653);

    private TimeRules() {}

    /** A device that tells its own time is judged by that: a wrong clock must not cost a report. */
    static Stream<FieldFault> observedAt(ReportForm form, Instant now) {
        String said = form.observedAt();
        if (said == null) {
            return Stream.empty();
        }
        Optional<Instant> time = Wording.time(said);
        if (time.isEmpty()) {
            return Stream.of(FieldFault.of("observedAt", "not-a-time"));
        }
        Instant present = deviceTime(form.deviceTime()).orElse(now);
        if (time.get().isAfter(present.plus(AHEAD))) {
            return Stream.of(FieldFault.of("observedAt", "in-the-future"));
        }
        return time.get().isBefore(present.minus(BEHIND))
                ? Stream.of(FieldFault.of("observedAt", "too-long-ago"))
                : Stream.empty();
    }

    static Stream<FieldFault> others(ReportForm form) {
        return Stream.concat(
                time("deviceTime", form.deviceTime()),
                form.source() == null
                        ? Stream.empty()
                        : time("source.answerBy", form.source().answerBy()));
    }

    private static Optional<Instant> deviceTime(@Nullable String said) {
        return said == null ? Optional.empty() : Wording.time(said);
    }

    private static Stream<FieldFault> time(String field, @Nullable String value) {
        return value == null || Wording.time(value).isPresent()
                ? Stream.empty()
                : Stream.of(FieldFault.of(field, "not-a-time"));
    }
}

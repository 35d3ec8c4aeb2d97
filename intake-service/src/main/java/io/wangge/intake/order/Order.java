package io.wangge.intake.order;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 上级交办件: the superior's side of a report. Its clock runs beside ours and never moves it.
 *
 * @param issuer who gave it, such as {@code city-12345}
 * @param number the issuer's own, unique with it
 * @param answerBy when the issuer wants an answer; null when it set no limit
 * @param answers oldest first
 */
public record Order(
        String issuer,
        String number,
        String reportId,
        @Nullable Instant answerBy,
        String takenBy,
        Instant takenAt,
        List<Answer> answers) {
    public static final int MOST_ANSWERS = 20;

    public Order {
        answers = List.copyOf(answers);
    }

    public String key() {
        return keyOf(issuer, number);
    }

    public static String keyOf(String issuer, String number) {
        return issuer + "/" + number;
    }

    /** The report of an order: the same number can never be a second report, whoever sends it and how often. */
    public static String reportIdOf(String issuer, String number) {
        return UUID.nameUUIDFromBytes(("superior-order/" + keyOf(issuer, number)).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** 答复. @param responded 是否响应 @param settled 是否解决 @param satisfied 是否满意; null while nobody was asked */
    public record Answer(
            String id,
            Outcome outcome,
            boolean responded,
            @Nullable Boolean settled,
            @Nullable Boolean satisfied,
            String text,
            String byId,
            Instant at) {}

    /** The three that a first contact may have (domain.md), as the superior hears them. */
    public enum Outcome {
        /** 已办结. */
        SETTLED(true),
        /** 已受理，正在办理: goes on. */
        RECORDED(false),
        /** 需上级协调办理. */
        NEEDS_SUPERIOR(true);

        private final boolean last;

        Outcome(boolean last) {
            this.last = last;
        }

        public boolean isLast() {
            return last;
        }
    }

    public Optional<Answer> lastAnswer() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
    }

    /** Until it is settled or handed back. */
    public boolean isOpen() {
        return lastAnswer().map(answer -> !answer.outcome().isLast()).orElse(true);
    }

    /** The earlier of the issuer's limit and our own counts. @param caseDueAt ours; null before the first dispatch */
    public @Nullable Instant dueAt(@Nullable Instant caseDueAt) {
        if (answerBy == null || caseDueAt == null) {
            return answerBy == null ? caseDueAt : answerBy;
        }
        return answerBy.isBefore(caseDueAt) ? answerBy : caseDueAt;
    }

    /** Whether it went over that time: not answered by then, or answered later. */
    public boolean isLate(@Nullable Instant caseDueAt, Instant now) {
        Instant due = dueAt(caseDueAt);
        Instant until = isOpen() ? now : lastAnswer().map(Answer::at).orElse(now);
        return due != null && until.isAfter(due);
    }
}

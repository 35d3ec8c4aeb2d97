package io.wangge.contracts.callback;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of the stream {@code round/caseId.n}. */
public sealed interface CallbackEvent extends Event {
    String roundId();

    String caseId();

    /** @param revisit true for a revisit (回头看); absent for no */
    record RoundOpened(
            String roundId,
            String caseId,
            List<String> residentIds,
            Instant dueAt,
            @Nullable Boolean revisit) implements CallbackEvent {}

    /** The holidays of a year that it reaches into were published. */
    record RoundDueAnew(String roundId, String caseId, Instant dueAt) implements CallbackEvent {}

    /**
     * Nobody answered.
     *
     * @param number of the attempts in this round so far
     * @param residentId who was called; absent in a round with one reporter
     * @param mode VISIT for nobody at home; absent for a call
     */
    record AttemptFailed(
            String roundId,
            String caseId,
            Actor by,
            int number,
            @Nullable String residentId,
            @Nullable Mode mode) implements CallbackEvent {}

    /**
     * The round ended with everybody's answer, or with nobody to be reached.
     *
     * @param settled null when nobody was reached
     * @param grade the worst given; null when nobody was reached
     * @param unitAtFault said by the clerk when the matter is not settled or the resident unsatisfied
     */
    record RoundAnswered(
            String roundId,
            String caseId,
            Actor by,
            boolean reached,
            @Nullable Boolean settled,
            @Nullable Grade grade,
            @Nullable Boolean unitAtFault,
            @Nullable Erasable comment)
            implements CallbackEvent {}

    /**
     * One of several reporters answered, or a resident did so through a link or at the door; the round may go on.
     *
     * @param by the clerk or grid worker who asked, or the resident
     * @param settled null when this reporter could not be reached
     * @param grade null when this reporter could not be reached
     * @param unitAtFault null until a clerk judges it
     * @param tags words that the resident ticked, such as SLOW; from a list that is data
     * @param mode VISIT for what was said at the door; absent for a call, and for a resident's own link
     */
    record ReporterAnswered(
            String roundId,
            String caseId,
            Actor by,
            String residentId,
            boolean reached,
            @Nullable Boolean settled,
            @Nullable Grade grade,
            @Nullable Boolean unitAtFault,
            List<String> tags,
            @Nullable Erasable comment,
            @Nullable Mode mode)
            implements CallbackEvent {}

    /** A clerk judged whether the unit is at fault for what a resident said through a link. */
    record FaultJudged(
            String roundId,
            String caseId,
            Actor by,
            String residentId,
            boolean unitAtFault,
            @Nullable Erasable comment) implements CallbackEvent {}

    /** The case left PENDING_CALLBACK by another way, so nobody needs to be asked any more. */
    record RoundAbandoned(String roundId, String caseId, String reason) implements CallbackEvent {}
}

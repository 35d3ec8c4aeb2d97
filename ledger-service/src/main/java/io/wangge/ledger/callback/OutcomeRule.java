package io.wangge.ledger.callback;

import io.wangge.contracts.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reason not to take an outcome. The first that speaks is the answer. */
@FunctionalInterface
interface OutcomeRule {
    Optional<Refused> check(Round round, Outcome outcome, Asking asking);

    /** A round ends once: with everybody's answer, or because the case moved on. */
    OutcomeRule ROUND_IS_OPEN = (round, outcome, asking) -> ended(round);

    /** Whoever did the work does not ask whether it was done well (核查, 回访: never by the doer). */
    OutcomeRule NOT_BY_THE_DOER = (round, outcome, asking) -> doer(round, asking);

    /** A grid worker knocks where that is called for ({@link Round#visitUnits}); else a clerk calls. */
    OutcomeRule VISIT_IS_CALLED_FOR =
            (round, outcome, asking) -> asking.atTheDoor() && round.visitUnits().isEmpty()
                    ? Optional.of(Refused.of("visit-not-called-for"))
                    : Optional.empty();

    /** Each reporter answers for themselves: with several, the clerk says who was called. */
    OutcomeRule REPORTER_IS_NAMED = (round, outcome, asking) -> unnamed(round, outcome.residentId());

    /** Nobody is asked twice in a round. */
    OutcomeRule REPORTER_IS_TO_BE_ASKED = (round, outcome, asking) -> answered(round, outcome.residentId());

    /** Asked of everyone who was reached: settled? grade. Silence is never satisfaction. */
    OutcomeRule ANSWER_IS_WHOLE = (round, outcome, asking) -> {
        if (!outcome.reached()) {
            return Optional.empty();
        }
        if (outcome.settled() == null) {
            return Optional.of(missing("settled"));
        }
        return outcome.grade() == null ? Optional.of(missing("grade")) : Optional.empty();
    };

    /** 整改不满意不得销号: unsatisfied or not settled, so somebody has to say whether the unit is at fault: the clerk
     * who called at once, of what was said at the door a clerk later. */
    OutcomeRule FAULT_IS_JUDGED =
            (round, outcome, asking) -> outcome.unhappy() && outcome.unitAtFault() == null && !asking.atTheDoor()
                    ? Optional.of(Refused.of("fault-not-judged"))
                    : Optional.empty();

    /** Lists inside a document have limits; fifty calls without an answer are no callback any more. */
    OutcomeRule NOT_TOO_OFTEN =
            (round, outcome, asking) -> !outcome.reached() && round.attempts().size() >= RoundDecider.MOST_ATTEMPTS
                    ? Optional.of(new Refused("too-many-attempts", Map.of("limit", RoundDecider.MOST_ATTEMPTS)))
                    : Optional.empty();

    List<OutcomeRule> ALL = List.of(
            ROUND_IS_OPEN,
            NOT_BY_THE_DOER,
            VISIT_IS_CALLED_FOR,
            REPORTER_IS_NAMED,
            REPORTER_IS_TO_BE_ASKED,
            ANSWER_IS_WHOLE,
            FAULT_IS_JUDGED,
            NOT_TOO_OFTEN);

    static Optional<Refused> ended(Round round) {
        return round.state() == Round.State.OPEN
                ? Optional.empty()
                : Optional.of(
                        new Refused("round-ended", Map.of("state", round.state().name())));
    }

    static Optional<Refused> doer(Round round, Asking asking) {
        return asking.by().id().equals(round.doerId()) ? Optional.of(Refused.of("doer-cannot-ask")) : Optional.empty();
    }

    static Optional<Refused> unnamed(Round round, @Nullable String residentId) {
        if (residentId == null) {
            return round.reporters().size() == 1 ? Optional.empty() : Optional.of(Refused.of("reporter-not-named"));
        }
        return round.reporters().contains(residentId) ? Optional.empty() : Optional.of(Refused.of("reporter-unknown"));
    }

    private static Optional<Refused> answered(Round round, @Nullable String residentId) {
        return round.replyOf(RoundDecider.reporterOf(round, residentId)).isPresent()
                ? Optional.of(Refused.of("reporter-answered"))
                : Optional.empty();
    }

    private static Refused missing(String field) {
        return new Refused("invalid-field", Map.of("field", field, "reason", "required"));
    }
}

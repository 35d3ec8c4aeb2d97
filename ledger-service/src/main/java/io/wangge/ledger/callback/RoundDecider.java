package io.wangge.ledger.callback;

import io.wangge.contracts.Refused;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.callback.CallbackEvent.AttemptFailed;
import io.wangge.contracts.callback.CallbackEvent.RoundAnswered;
import io.wangge.ledger.callback.RoundDecision.Changed;
import io.wangge.ledger.callback.RoundDecision.NotAllowed;
import io.wangge.ledger.callback.RoundDecision.Repeated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what an outcome does to a round. Pure: a round, an outcome, circumstances; events or a refusal. */
public final class RoundDecider {
    /** Three failed attempts on different days end a round as unreachable. */
    static final int DAYS_BEFORE_GIVING_UP = 3;

    static final int MOST_ATTEMPTS = 50;

    private RoundDecider() {}

    public static RoundDecision decide(Round round, Outcome outcome, Asking asking) {
        Optional<String> before = fingerprintOf(outcome.id(), round);
        if (before.isPresent()) {
            return before.get().equals(asking.fingerprint())
                    ? new Repeated()
                    : new NotAllowed(Refused.of("same-id-other-content"));
        }
        for (OutcomeRule rule : OutcomeRule.ALL) {
            Optional<Refused> refused = rule.check(round, outcome, asking);
            if (refused.isPresent()) {
                return new NotAllowed(refused.get());
            }
        }
        // Event time never runs backwards in a stream, whatever a clock does.
        Instant at = asking.now().isBefore(round.lastEventAt()) ? round.lastEventAt() : asking.now();
        return outcome.reached() ? reached(round, outcome, asking, at) : notReached(round, outcome, asking, at);
    }

    private static Changed reached(Round round, Outcome outcome, Asking asking, Instant at) {
        // Nobody is at fault for what a resident is content with.
        Boolean fault = outcome.unhappy() ? outcome.unitAtFault() : null;
        Answer answer = answer(outcome, asking, at, true, outcome, fault);
        RoundAnswered event = new RoundAnswered(
                round.roundId(),
                round.caseId(),
                asking.clerk(),
                true,
                outcome.settled(),
                outcome.grade(),
                fault,
                outcome.comment());
        return new Changed(round.answered(answer), List.of(event), at);
    }

    private static Changed notReached(Round round, Outcome outcome, Asking asking, Instant at) {
        Round tried = round.withAttempt(new Attempt(
                outcome.id(),
                asking.fingerprint(),
                asking.clerk().id(),
                at,
                at.atZone(asking.zone()).toLocalDate()));
        List<CallbackEvent> events = new ArrayList<>();
        events.add(new AttemptFailed(
                round.roundId(),
                round.caseId(),
                asking.clerk(),
                tried.attempts().size()));
        if (tried.daysTried() < DAYS_BEFORE_GIVING_UP) {
            return new Changed(tried, events, at);
        }
        events.add(new RoundAnswered(
                round.roundId(), round.caseId(), asking.clerk(), false, null, null, null, outcome.comment()));
        return new Changed(tried.answered(answer(outcome, asking, at, false, null, null)), events, at);
    }

    private static Answer answer(
            Outcome outcome,
            Asking asking,
            Instant at,
            boolean reached,
            @Nullable Outcome said,
            @Nullable Boolean unitAtFault) {
        return new Answer(
                outcome.id(),
                asking.fingerprint(),
                asking.clerk().id(),
                at,
                reached,
                said == null ? null : said.settled(),
                said == null ? null : said.grade(),
                unitAtFault);
    }

    private static Optional<String> fingerprintOf(String commandId, Round round) {
        Answer answer = round.answer();
        if (answer != null && answer.commandId().equals(commandId)) {
            return Optional.of(answer.fingerprint());
        }
        return round.attempts().stream()
                .filter(attempt -> attempt.commandId().equals(commandId))
                .map(Attempt::fingerprint)
                .findFirst();
    }
}

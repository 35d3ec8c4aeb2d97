package io.wangge.ledger.callback;

import io.wangge.contracts.Erasable;
import io.wangge.contracts.Refused;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.callback.CallbackEvent.AttemptFailed;
import io.wangge.contracts.callback.CallbackEvent.FaultJudged;
import io.wangge.contracts.callback.CallbackEvent.ReporterAnswered;
import io.wangge.contracts.callback.CallbackEvent.RoundAnswered;
import io.wangge.ledger.callback.RoundDecision.Changed;
import io.wangge.ledger.callback.RoundDecision.NotAllowed;
import io.wangge.ledger.callback.RoundDecision.Repeated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what an outcome does to a round. Pure: a round, what was said, circumstances; events or a refusal. */
public final class RoundDecider {
    /** Three failed attempts on different days end a round as unreachable. */
    static final int DAYS_BEFORE_GIVING_UP = 3;

    static final int MOST_ATTEMPTS = 50;

    private RoundDecider() {}

    /** What a clerk heard, or that nobody answered. */
    public static RoundDecision decide(Round round, Outcome outcome, Asking asking) {
        Optional<RoundDecision> before = saidBefore(outcome.id(), round, asking);
        if (before.isPresent()) {
            return before.get();
        }
        for (OutcomeRule rule : OutcomeRule.ALL) {
            Optional<Refused> refused = rule.check(round, outcome, asking);
            if (refused.isPresent()) {
                return new NotAllowed(refused.get());
            }
        }
        Instant at = timeOf(round, asking);
        return outcome.reached() ? reached(round, outcome, asking, at) : notReached(round, outcome, asking, at);
    }

    /** What a resident says through a link: once, and never judged by themselves. */
    public static RoundDecision decide(Round round, LinkAnswer answer, Asking asking) {
        if (fingerprintOf(answer.linkId(), round).isPresent()) {
            return new NotAllowed(Refused.of("link-used"));
        }
        Optional<Refused> ended = OutcomeRule.ended(round);
        if (ended.isPresent()) {
            return new NotAllowed(ended.get());
        }
        if (round.replyOf(answer.residentId()).isPresent()) {
            return new NotAllowed(Refused.of("reporter-answered"));
        }
        Instant at = timeOf(round, asking);
        Reply reply = new Reply(
                answer.residentId(),
                answer.linkId(),
                asking.fingerprint(),
                null,
                at,
                true,
                answer.settled(),
                answer.grade(),
                null,
                answer.tags(),
                null,
                false);
        return replied(round, reply, List.of(heard(round, reply, asking, answer.comment())), asking, null, at);
    }

    /** Whose fault it is that a resident who answered through a link is not satisfied. */
    public static RoundDecision decide(Round round, Judgement judgement, Asking asking) {
        Optional<RoundDecision> before = saidBefore(judgement.id(), round, asking);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<Refused> refused = OutcomeRule.ended(round)
                .or(() -> OutcomeRule.doer(round, asking))
                .or(() -> OutcomeRule.unnamed(round, judgement.residentId()));
        if (refused.isPresent()) {
            return new NotAllowed(refused.get());
        }
        String reporter = reporterOf(round, judgement.residentId());
        Optional<Reply> said = round.replyOf(reporter).filter(Reply::toJudge);
        if (said.isEmpty()) {
            return new NotAllowed(Refused.of("nothing-to-judge"));
        }
        Instant at = timeOf(round, asking);
        Reply judged = said.get()
                .judged(
                        judgement.unitAtFault(),
                        new Reply.Judged(
                                judgement.id(),
                                asking.fingerprint(),
                                asking.by().id(),
                                at));
        CallbackEvent event = new FaultJudged(
                round.roundId(), round.caseId(), asking.by(), reporter, judgement.unitAtFault(), judgement.comment());
        return replied(round, judged, List.of(event), asking, null, at);
    }

    /** @return the one reporter where none is named */
    static String reporterOf(Round round, @Nullable String named) {
        return named == null ? round.reporters().getFirst() : named;
    }

    /** Event time never runs backwards in a stream, whatever a clock does. */
    private static Instant timeOf(Round round, Asking asking) {
        return asking.now().isBefore(round.lastEventAt()) ? round.lastEventAt() : asking.now();
    }

    private static Changed reached(Round round, Outcome outcome, Asking asking, Instant at) {
        // Nobody is at fault for what a resident is content with; who stood at the door judges nothing, a clerk does.
        Boolean fault = outcome.unhappy() && !asking.atTheDoor() ? outcome.unitAtFault() : null;
        return asked(round, reply(round, outcome, asking, at, fault), List.of(), asking, outcome.comment(), at);
    }

    private static Changed notReached(Round round, Outcome outcome, Asking asking, Instant at) {
        Round tried = round.withAttempt(new Attempt(
                outcome.id(),
                asking.fingerprint(),
                asking.by().id(),
                at,
                at.atZone(asking.zone()).toLocalDate(),
                outcome.residentId(),
                asking.atTheDoor()));
        CallbackEvent failed = new AttemptFailed(
                round.roundId(),
                round.caseId(),
                asking.by(),
                tried.attempts().size(),
                outcome.residentId(),
                asking.unusualMode());
        if (tried.daysTried(reporterOf(round, outcome.residentId())) < DAYS_BEFORE_GIVING_UP) {
            return new Changed(tried, List.of(failed), at);
        }
        return asked(tried, reply(tried, outcome, asking, at, null), List.of(failed), asking, outcome.comment(), at);
    }

    private static Reply reply(Round round, Outcome outcome, Asking asking, Instant at, @Nullable Boolean fault) {
        return new Reply(
                reporterOf(round, outcome.residentId()),
                outcome.id(),
                asking.fingerprint(),
                asking.by().id(),
                at,
                outcome.reached(),
                outcome.reached() ? outcome.settled() : null,
                outcome.reached() ? outcome.grade() : null,
                fault,
                List.of(),
                null,
                asking.atTheDoor());
    }

    /**
     * With one reporter who was called the end of the round says it all; with several, and of who was visited, each answer
     * stands by itself before it.
     */
    private static Changed asked(
            Round round,
            Reply reply,
            List<CallbackEvent> before,
            Asking asking,
            @Nullable Erasable comment,
            Instant at) {
        if (round.reporters().size() == 1 && !asking.atTheDoor()) {
            return replied(round, reply, before, asking, comment, at);
        }
        List<CallbackEvent> events = Stream.concat(before.stream(), Stream.of(heard(round, reply, asking, comment)))
                .toList();
        return replied(round, reply, events, asking, null, at);
    }

    private static CallbackEvent heard(Round round, Reply reply, Asking asking, @Nullable Erasable comment) {
        return new ReporterAnswered(
                round.roundId(),
                round.caseId(),
                asking.by(),
                reply.residentId(),
                reply.reached(),
                reply.settled(),
                reply.grade(),
                reply.unitAtFault(),
                reply.tags(),
                comment,
                asking.unusualMode());
    }

    private static Changed replied(
            Round round,
            Reply reply,
            List<CallbackEvent> before,
            Asking asking,
            @Nullable Erasable comment,
            Instant at) {
        Round after = round.withReply(reply, at);
        if (!after.isComplete()) {
            return new Changed(after, before, at);
        }
        Verdict verdict = Verdict.of(after.replies());
        Reply.Judged judged = reply.judged();
        Answer answer = new Answer(
                judged == null ? reply.commandId() : judged.commandId(),
                asking.fingerprint(),
                judged == null ? reply.clerkId() : judged.clerkId(),
                at,
                verdict.reached(),
                verdict.settled(),
                verdict.grade(),
                verdict.unitAtFault());
        List<CallbackEvent> events = new ArrayList<>(before);
        events.add(new RoundAnswered(
                round.roundId(),
                round.caseId(),
                asking.by(),
                verdict.reached(),
                verdict.settled(),
                verdict.grade(),
                verdict.unitAtFault(),
                comment));
        return new Changed(after.answered(answer), List.copyOf(events), at);
    }

    private static Optional<RoundDecision> saidBefore(String commandId, Round round, Asking asking) {
        return fingerprintOf(commandId, round)
                .map(known -> known.equals(asking.fingerprint())
                        ? new Repeated()
                        : new NotAllowed(Refused.of("same-id-other-content")));
    }

    static Optional<String> fingerprintOf(String commandId, Round round) {
        Answer answer = round.answer();
        if (answer != null && answer.commandId().equals(commandId)) {
            return Optional.of(answer.fingerprint());
        }
        Stream<String[]> attempts =
                round.attempts().stream().map(attempt -> new String[] {attempt.commandId(), attempt.fingerprint()});
        Stream<String[]> replies = round.replies().stream().flatMap(RoundDecider::commandsOf);
        return Stream.concat(attempts, replies)
                .filter(known -> known[0].equals(commandId))
                .map(known -> known[1])
                .findFirst();
    }

    private static Stream<String[]> commandsOf(Reply reply) {
        Stream<String[]> said = Stream.<String[]>of(new String[] {reply.commandId(), reply.fingerprint()});
        Reply.Judged judged = reply.judged();
        return judged == null
                ? said
                : Stream.concat(said, Stream.<String[]>of(new String[] {judged.commandId(), judged.fingerprint()}));
    }
}

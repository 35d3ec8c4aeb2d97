package io.wangge.ledger.callback;

import io.wangge.contracts.Actor;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.callback.CallbackEvent.AttemptFailed;
import io.wangge.contracts.callback.CallbackEvent.FaultJudged;
import io.wangge.contracts.callback.CallbackEvent.ReporterAnswered;
import io.wangge.contracts.callback.CallbackEvent.RoundAbandoned;
import io.wangge.contracts.callback.CallbackEvent.RoundAnswered;
import io.wangge.contracts.callback.CallbackEvent.RoundDueAnew;
import io.wangge.contracts.callback.CallbackEvent.RoundOpened;
import io.wangge.contracts.callback.Mode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A round as its own events tell it, the other way round of {@link RoundDecider}. Ids of commands and what was said with
 * them are no part of events: in their place stands the entry that tells of it, and no fingerprint.
 */
public final class RoundRetelling {
    /** Nobody said anything that this could be taken for. */
    static final String NO_FINGERPRINT = "";

    private RoundRetelling() {}

    /**
     * @param entryId of the event
     * @param zone whose days are counted between attempts
     */
    public static Round after(Round round, CallbackEvent event, String entryId, Instant at, ZoneId zone) {
        return switch (event) {
            case RoundOpened opened -> round;
            case RoundDueAnew anew -> round.dueAnew(anew.dueAt(), at);
            case AttemptFailed failed ->
                round.withAttempt(new Attempt(
                        entryId,
                        NO_FINGERPRINT,
                        failed.by().id(),
                        at,
                        at.atZone(zone).toLocalDate(),
                        failed.residentId(),
                        failed.mode() == Mode.VISIT));
            case ReporterAnswered said -> round.withReply(reply(said, entryId, at), at);
            case FaultJudged judged -> judged(round, judged, entryId, at);
            case RoundAnswered answered -> answered(round, answered, entryId, at);
            case RoundAbandoned abandoned -> round.abandoned(abandoned.reason(), at);
        };
    }

    private static Reply reply(ReporterAnswered said, String entryId, Instant at) {
        return new Reply(
                said.residentId(),
                entryId,
                NO_FINGERPRINT,
                clerkOf(said.by()),
                at,
                said.reached(),
                said.settled(),
                said.grade(),
                said.unitAtFault(),
                said.tags(),
                null,
                said.mode() == Mode.VISIT);
    }

    private static Round judged(Round round, FaultJudged judged, String entryId, Instant at) {
        Reply.Judged how = new Reply.Judged(entryId, NO_FINGERPRINT, judged.by().id(), at);
        Optional<Reply> said =
                // With one reporter it is theirs, also when the name was erased.
                round.reporters().size() == 1
                        ? round.replies().stream().findFirst()
                        : round.replyOf(judged.residentId());
        return said.map(reply -> round.withReply(reply.judged(judged.unitAtFault(), how), at))
                .orElse(round);
    }

    private static Round answered(Round round, RoundAnswered answered, String entryId, Instant at) {
        @Nullable String clerk = clerkOf(answered.by());
        Answer answer = new Answer(
                entryId,
                NO_FINGERPRINT,
                clerk,
                at,
                answered.reached(),
                answered.settled(),
                answered.grade(),
                answered.unitAtFault());
        if (!round.replies().isEmpty()) {
            return round.answered(answer);
        }
        // One reporter, and a clerk who asked: the end of the round says it all.
        Reply reply = new Reply(
                round.reporters().getFirst(),
                entryId,
                NO_FINGERPRINT,
                clerk,
                at,
                answered.reached(),
                answered.settled(),
                answered.grade(),
                answered.unitAtFault(),
                List.of(),
                null,
                false);
        return round.withReply(reply, at).answered(answer);
    }

    private static @Nullable String clerkOf(Actor by) {
        return Round.staffIdOf(by);
    }
}

package io.wangge.ledger.desk;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.contracts.Streams;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.callback.Mode;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import io.wangge.ledger.callback.Asking;
import io.wangge.ledger.callback.Judgement;
import io.wangge.ledger.callback.LinkAnswer;
import io.wangge.ledger.callback.Outcome;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.RoundDecider;
import io.wangge.ledger.callback.RoundDecision;
import io.wangge.ledger.records.Turn;
import io.wangge.ledger.records.Turns;
import io.wangge.ledger.records.Turns.Taken;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes what clerks, grid workers and residents say, each once ({@link Turns}). */
public final class CallbackDesk {
    /** Who asks, and how. */
    public record Asker(Actor who, Mode mode) {
        public static Asker byPhone(Actor who) {
            return new Asker(who, Mode.PHONE);
        }

        public static Asker atTheDoor(Actor who) {
            return new Asker(who, Mode.VISIT);
        }
    }

    private final Turns<Round> turns;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone whose days are counted between attempts */
    public CallbackDesk(StreamStore<Round> rounds, InstantSource clock, ZoneId zone) {
        this.turns = new Turns<>(rounds, Streams::round);
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * @param loaded the round as the caller was shown it
     * @param fingerprint of the outcome's content, salts left out
     */
    public Taken<Round> take(
            Stored<Round> loaded, Outcome outcome, Asker asker, String fingerprint, @Nullable String traceparent) {
        return take(
                loaded,
                commandOf(outcome.id(), fingerprint),
                traceparent,
                round -> RoundDecider.decide(round, outcome, asking(asker, fingerprint)));
    }

    /** As for an {@link Outcome}, for the word on a fault. */
    public Taken<Round> take(
            Stored<Round> loaded, Judgement judgement, Actor clerk, String fingerprint, @Nullable String traceparent) {
        return take(
                loaded,
                commandOf(judgement.id(), fingerprint),
                traceparent,
                round -> RoundDecider.decide(round, judgement, asking(Asker.byPhone(clerk), fingerprint)));
    }

    /** What a resident says through a link. */
    public Taken<Round> take(
            Stored<Round> loaded, LinkAnswer answer, String fingerprint, @Nullable String traceparent) {
        Asker resident = Asker.byPhone(Actor.resident(answer.residentId()));
        return take(
                loaded,
                commandOf(answer.linkId(), fingerprint),
                traceparent,
                round -> RoundDecider.decide(round, answer, asking(resident, fingerprint)));
    }

    /** The store takes the same command twice at once for one; two that differ are two, and the second is told so. */
    private static String commandOf(String id, String fingerprint) {
        return id + "." + fingerprint;
    }

    private Asking asking(Asker by, String fingerprint) {
        return new Asking(by.who(), clock.instant(), zone, fingerprint, by.mode());
    }

    private Taken<Round> take(
            Stored<Round> loaded,
            String commandId,
            @Nullable String traceparent,
            Function<Round, RoundDecision> decider) {
        return turns.take(loaded, commandId, traceparent, round -> switch (decider.apply(round)) {
            case RoundDecision.Repeated() -> new Turn.Repeated<>();
            case RoundDecision.NotAllowed(Refused why) -> new Turn.No<>(why);
            case RoundDecision.Changed(Round after, List<CallbackEvent> events, Instant at) ->
                new Turn.Next<>(after, at, events);
        });
    }
}

package io.wangge.ledger.desk;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Refused;
import io.wangge.contracts.Streams;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import io.wangge.ledger.callback.Asking;
import io.wangge.ledger.callback.Judgement;
import io.wangge.ledger.callback.LinkAnswer;
import io.wangge.ledger.callback.Outcome;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.RoundDecider;
import io.wangge.ledger.callback.RoundDecision;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes what clerks and residents say: load, decide, write guarded; whoever loses a race decides again. */
public final class CallbackDesk {
    private static final int MOST_RACES = 20;

    private final StreamStore<Round> rounds;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone whose days are counted between attempts */
    public CallbackDesk(StreamStore<Round> rounds, InstantSource clock, ZoneId zone) {
        this.rounds = rounds;
        this.clock = clock;
        this.zone = zone;
    }

    /** What became of an outcome. */
    public sealed interface Taken {
        record Standing(Stored<Round> round) implements Taken {}

        record NotAllowed(Refused why) implements Taken {}

        /** Nobody knows whether it was stored: to be sent again with the same id. */
        record Unknown() implements Taken {}

        /** Too many events of the round wait to be published. */
        record Full() implements Taken {}
    }

    /**
     * @param loaded the round as the caller was shown it
     * @param fingerprint of the outcome's content, salts left out
     */
    public Taken take(
            Stored<Round> loaded, Outcome outcome, Actor clerk, String fingerprint, @Nullable String traceparent) {
        return take(
                loaded,
                commandOf(outcome.id(), fingerprint),
                traceparent,
                round -> RoundDecider.decide(round, outcome, asking(clerk, fingerprint)));
    }

    /** As {@link #take(Stored, Outcome, Actor, String, String)}, for the word on a fault. */
    public Taken take(
            Stored<Round> loaded, Judgement judgement, Actor clerk, String fingerprint, @Nullable String traceparent) {
        return take(
                loaded,
                commandOf(judgement.id(), fingerprint),
                traceparent,
                round -> RoundDecider.decide(round, judgement, asking(clerk, fingerprint)));
    }

    /** What a resident says through a link. */
    public Taken take(Stored<Round> loaded, LinkAnswer answer, String fingerprint, @Nullable String traceparent) {
        Actor resident = Actor.resident(answer.residentId());
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

    private Asking asking(Actor by, String fingerprint) {
        return new Asking(by, clock.instant(), zone, fingerprint);
    }

    private Taken take(
            Stored<Round> loaded,
            String commandId,
            @Nullable String traceparent,
            Function<Round, RoundDecision> decider) {
        Stored<Round> round = loaded;
        for (int race = 0; race < MOST_RACES; race++) {
            RoundDecision decision = decider.apply(round.value());
            switch (decision) {
                case RoundDecision.Repeated() -> {
                    return new Taken.Standing(round);
                }
                case RoundDecision.NotAllowed(Refused why) -> {
                    return new Taken.NotAllowed(why);
                }
                case RoundDecision.Changed changed -> {
                    Commit<Round> commit =
                            rounds.update(round, changed.after(), commandId, envelopes(round, changed, traceparent));
                    switch (commit) {
                        case Commit.Done<Round>(Stored<Round> now) -> {
                            return new Taken.Standing(now);
                        }
                        case Commit.OutboxFull<Round>() -> {
                            return new Taken.Full();
                        }
                        case Commit.Unknown<Round> unknown -> {
                            return new Taken.Unknown();
                        }
                        case Commit.LostRace<Round>() ->
                            round = rounds.load(round.id()).orElse(round);
                        case Commit.DuplicateKey<Round>(String index) ->
                            throw new IllegalStateException("A round's update hit the unique index " + index);
                        case Commit.BadDocument<Round>(String message) ->
                            throw new IllegalStateException("The store refused a round: " + message);
                    }
                }
            }
        }
        return new Taken.Unknown();
    }

    private static List<Envelope<CallbackEvent>> envelopes(
            Stored<Round> round, RoundDecision.Changed changed, @Nullable String traceparent) {
        List<Envelope<CallbackEvent>> envelopes = new ArrayList<>();
        for (CallbackEvent event : changed.events()) {
            long seq = round.version() + envelopes.size() + 1;
            envelopes.add(new Envelope<>(Streams.round(round.id()), seq, changed.at(), traceparent, event));
        }
        return envelopes;
    }
}

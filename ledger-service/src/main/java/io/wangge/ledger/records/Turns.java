package io.wangge.ledger.records;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Refused;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Decides on what stands and writes it guarded; whoever loses a race decides again, on what stands then. */
public final class Turns<T> {
    private static final int MOST_RACES = 20;

    private final StreamStore<T> store;
    private final UnaryOperator<String> streamOf;

    /** @param streamOf name of the stream of an id */
    public Turns(StreamStore<T> store, UnaryOperator<String> streamOf) {
        this.store = store;
        this.streamOf = streamOf;
    }

    /** What became of a wish. */
    public sealed interface Taken<T> {
        record Standing<T>(Stored<T> now) implements Taken<T> {}

        record NotAllowed<T>(Refused why) implements Taken<T> {}

        /** Nobody knows whether it was stored: to be sent again with the same id. */
        record Unknown<T>() implements Taken<T> {}

        /** Too many of its events wait to be published. */
        record Full<T>() implements Taken<T> {}
    }

    /**
     * @param loaded as the caller was shown it
     * @param command what makes the wish the same one when it comes again
     */
    public Taken<T> take(Stored<T> loaded, String command, @Nullable String traceparent, Function<T, Turn<T>> decider) {
        Stored<T> before = loaded;
        for (int race = 0; race < MOST_RACES; race++) {
            switch (decider.apply(before.value())) {
                case Turn.Repeated<T>() -> {
                    return new Taken.Standing<>(before);
                }
                case Turn.No<T>(Refused why) -> {
                    return new Taken.NotAllowed<>(why);
                }
                case Turn.Next<T> next -> {
                    switch (store.update(before, next.after(), command, envelopes(before, next, traceparent))) {
                        case Commit.Done<T>(Stored<T> now) -> {
                            return new Taken.Standing<>(now);
                        }
                        case Commit.OutboxFull<T> full -> {
                            return new Taken.Full<>();
                        }
                        case Commit.Unknown<T> unknown -> {
                            return new Taken.Unknown<>();
                        }
                        case Commit.LostRace<T> lost ->
                            before = store.load(before.id()).orElse(before);
                        case Commit.DuplicateKey<T>(String index) ->
                            throw new IllegalStateException("An update hit the unique index " + index);
                        case Commit.BadDocument<T>(String message) ->
                            throw new IllegalStateException("The store refused an update: " + message);
                    }
                }
            }
        }
        return new Taken.Unknown<>();
    }

    private List<Envelope<Event>> envelopes(Stored<T> before, Turn.Next<T> next, @Nullable String traceparent) {
        List<Envelope<Event>> envelopes = new ArrayList<>();
        for (Event event : next.events()) {
            long seq = before.version() + envelopes.size() + 1;
            envelopes.add(new Envelope<>(streamOf.apply(before.id()), seq, next.at(), traceparent, event));
        }
        return envelopes;
    }
}

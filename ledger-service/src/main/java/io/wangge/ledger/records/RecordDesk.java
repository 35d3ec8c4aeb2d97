package io.wangge.ledger.records;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Refused;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes records and what becomes of them, each once: as {@link Turns}. */
public final class RecordDesk<T extends Kept> {
    private final StreamStore<T> store;
    private final Turns<T> turns;
    private final UnaryOperator<String> streamOf;
    private final String takenCode;

    /** @param streamOf name of the stream of an id */
    public RecordDesk(StreamStore<T> store, UnaryOperator<String> streamOf) {
        this(store, streamOf, "same-id-other-content");
    }

    /** @param takenCode why another one with the id of a record is refused */
    public RecordDesk(StreamStore<T> store, UnaryOperator<String> streamOf, String takenCode) {
        this.store = store;
        this.turns = new Turns<>(store, streamOf);
        this.streamOf = streamOf;
        this.takenCode = takenCode;
    }

    /** What became of a wish. */
    public sealed interface Taken<T> {
        record Standing<T>(T value) implements Taken<T> {}

        record NotAllowed<T>(Refused why) implements Taken<T> {}

        /** Nobody knows whether it was stored: to be sent again with the same id. */
        record Unknown<T>() implements Taken<T> {}
    }

    public Optional<T> find(String id) {
        return store.load(id).map(Stored::value);
    }

    /** Its first event is {@code event}. */
    public Taken<T> take(T value, Event event, @Nullable String traceparent) {
        Envelope<Event> first = new Envelope<>(streamOf.apply(value.id()), 1, value.lastEventAt(), traceparent, event);
        return switch (store.create(value.id(), value, value.id(), List.of(first))) {
            case Commit.Done<T>(Stored<T> now) -> sameOrNot(now.value(), value);
            case Commit.DuplicateKey<T> duplicate ->
                find(value.id()).map(known -> sameOrNot(known, value)).orElseGet(Taken.Unknown::new);
            case Commit.BadDocument<T>(String message) ->
                throw new IllegalStateException("The store refused a record: " + message);
            case Commit.LostRace<T> race -> new Taken.Unknown<>();
            case Commit.OutboxFull<T> full -> new Taken.Unknown<>();
            case Commit.Unknown<T> unknown -> new Taken.Unknown<>();
        };
    }

    /** The store takes the same id twice at once for one. */
    private Taken<T> sameOrNot(T known, T wanted) {
        return sameOrNot(known, wanted.fingerprint());
    }

    /** What a wish is answered whose record is there already. */
    public Taken<T> sameOrNot(T known, String fingerprint) {
        return known.fingerprint().equals(fingerprint)
                ? new Taken.Standing<>(known)
                : new Taken.NotAllowed<>(Refused.of(takenCode));
    }

    /**
     * @param command what makes the wish the same one when it comes again
     * @return nothing when there is no such record
     */
    public Optional<Taken<T>> take(
            String id, String command, Function<T, Turn<T>> decider, @Nullable String traceparent) {
        return store.load(id).map(loaded -> switch (turns.take(loaded, command, traceparent, decider)) {
            case Turns.Taken.Standing<T>(Stored<T> now) -> new Taken.Standing<>(now.value());
            case Turns.Taken.NotAllowed<T>(Refused why) -> new Taken.NotAllowed<>(why);
            case Turns.Taken.Unknown<T> unknown -> new Taken.Unknown<>();
            case Turns.Taken.Full<T> full -> new Taken.Unknown<>();
        });
    }
}

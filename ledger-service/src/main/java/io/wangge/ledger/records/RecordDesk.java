package io.wangge.ledger.records;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Refused;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes records and what becomes of them, each once: load, decide, write guarded; whoever loses a race decides again. */
public final class RecordDesk<T extends Kept> {
    private static final int MOST_RACES = 20;

    private final StreamStore<T> store;
    private final UnaryOperator<String> streamOf;
    private final String takenCode;

    /** @param streamOf name of the stream of an id */
    public RecordDesk(StreamStore<T> store, UnaryOperator<String> streamOf) {
        this(store, streamOf, "same-id-other-content");
    }

    /** @param takenCode why another one with the id of a record is refused */
    public RecordDesk(StreamStore<T> store, UnaryOperator<String> streamOf, String takenCode) {
        this.store = store;
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
        Optional<Stored<T>> loaded = store.load(id);
        for (int race = 0; race < MOST_RACES && loaded.isPresent(); race++) {
            Stored<T> before = loaded.get();
            switch (decider.apply(before.value())) {
                case Turn.Repeated<T>() -> {
                    return Optional.of(new Taken.Standing<>(before.value()));
                }
                case Turn.No<T>(Refused why) -> {
                    return Optional.of(new Taken.NotAllowed<>(why));
                }
                case Turn.Next<T>(T after, Event event) -> {
                    Instant at = after.lastEventAt();
                    Envelope<Event> next =
                            new Envelope<>(streamOf.apply(id), before.version() + 1, at, traceparent, event);
                    switch (store.update(before, after, command, List.of(next))) {
                        case Commit.Done<T>(Stored<T> now) -> {
                            return Optional.of(new Taken.Standing<>(now.value()));
                        }
                        case Commit.LostRace<T>() -> loaded = store.load(id);
                        case Commit.BadDocument<T>(String message) ->
                            throw new IllegalStateException("The store refused a record: " + message);
                        default -> {
                            return Optional.of(new Taken.Unknown<>());
                        }
                    }
                }
            }
        }
        return loaded.map(still -> new Taken.Unknown<>());
    }
}

package io.wangge.kit.store;

import io.wangge.contracts.Envelope;
import io.wangge.kit.outbox.PendingEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One collection whose documents are each the state of one stream. A change is one guarded write that carries the new
 * state, the id of the command and the events; the relay publishes them.
 */
public interface StreamStore<T> {
    /** Waits with other callers' loads for one round trip. */
    Optional<Stored<T>> load(String id);

    Map<String, Stored<T>> loadAll(Collection<String> ids);

    /**
     * As {@link #loadAll}, for what is decided on and then written: may be what this replica wrote lately and be behind
     * another's writing, of which {@link #update} tells as a lost race.
     */
    Map<String, Stored<T>> loadToChange(Collection<String> ids);

    /** Inserts the first state of a stream; its events begin at seq 1. Blocks until the outcome is known. */
    default Commit<T> create(String id, T value, String commandId, List<? extends Envelope<?>> events) {
        return createLater(id, value, commandId, events).join();
    }

    /**
     * Replaces the state, if nobody has since {@code before} was loaded. {@code events} continue at {@code
     * before.version() + 1}; the last one's seq is the new version. Blocks until the outcome is known.
     */
    default Commit<T> update(Stored<T> before, T after, String commandId, List<? extends Envelope<?>> events) {
        return updateLater(before, after, commandId, events).join();
    }

    /** As {@link #create}, for consumers that hand in a whole batch before they wait. Never completes exceptionally. */
    CompletableFuture<Commit<T>> createLater(String id, T value, String commandId, List<? extends Envelope<?>> events);

    /** As {@link #update}, for consumers that hand in a whole batch before they wait. Never completes exceptionally. */
    CompletableFuture<Commit<T>> updateLater(
            Stored<T> before, T after, String commandId, List<? extends Envelope<?>> events);

    /**
     * Waits until the stream has reached {@code seq}, also when it does not exist yet. What this replica wrote lately
     * will do when it is that far, so with a {@code seq} that the caller has seen it is enough to change it.
     *
     * @return the state at or after it, or what there is when the time is up
     */
    Optional<Stored<T>> loadAtLeast(String id, long seq, Duration atMost);

    /** As {@link #committedElsewhere}, for a stream that the transaction began; its events begin at seq 1. */
    void createdElsewhere(String id, T value, String commandId, List<PendingEvent> events);

    /**
     * Tells the store of a {@link StreamDocument} that a transaction of one's own has committed, so that its events leave
     * now rather than with the next sweep, and whoever waits for it wakes.
     *
     * @param version of the document with these events
     */
    void committedElsewhere(String id, long version, List<PendingEvent> events);
}

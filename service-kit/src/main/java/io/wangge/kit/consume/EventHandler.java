package io.wangge.kit.consume;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import java.util.List;

/**
 * Applies events of one topic to this service's own data. Called with a whole batch from one poll; what it returns
 * normally from is durable. An exception means that the store is away or something is broken: the container pauses and
 * the same batch comes again, nothing is skipped.
 */
public interface EventHandler {
    /**
     * @param events within a stream in the order of their seq; a handler without {@link StreamPositions} may see an
     *     event again and must know it by its id
     * @return those that can never be applied, with the reason: they go to the dead letters
     */
    List<Unappliable> apply(List<Envelope<Event>> events);

    /**
     * As {@link #apply}, for a handler that must keep what the producer really said, also the fields that this version of
     * the program does not know.
     */
    default List<Unappliable> applyAsHeard(List<Heard> events) {
        return apply(events.stream().map(Heard::event).toList());
    }

    /** @param json the event's body as it came */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Heard(Envelope<Event> event, byte[] json) {}

    /** @param cause stable words, no content of the event */
    record Unappliable(Envelope<Event> event, String cause) {}
}

package io.wangge.kit.consume;

import com.mongodb.MongoException;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.wire.UndecodableEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerSeekAware;

/**
 * One batch from Kafka to the handler. Whatever it does bears repetition, because the offsets are committed only after it
 * returns: parking and dead letters are stored first, then the rest is applied, then what was parked is taken out.
 */
class BatchListener implements BatchMessageListener<String, byte[]>, ConsumerSeekAware {
    private static final Logger LOG = LoggerFactory.getLogger(BatchListener.class);
    /** A bug comes back every 10 s; its stack trace need not. */
    private static final int REPORTED_EVERY = 30;

    private final String group;
    private final EventHandler handler;
    private final @Nullable StreamPositions positions;
    private final ParkedEvents parked;
    private final DeadLetters deadLetters;
    private final EventCounters counters;
    /** Partitions may come from a replica that had parked events; until a look shows none, each batch looks. */
    private volatile boolean mayHaveParked = true;

    private volatile int failuresInARow;

    BatchListener(
            String group, EventHandler handler, ParkedEvents parked, DeadLetters deadLetters, EventCounters counters) {
        this.group = group;
        this.handler = handler;
        this.positions = handler instanceof StreamPositions known ? known : null;
        this.parked = parked;
        this.deadLetters = deadLetters;
        this.counters = counters;
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        mayHaveParked = true;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> batch) {
        try {
            take(batch);
            failuresInARow = 0;
        } catch (RuntimeException e) {
            failed(e);
            throw e;
        } catch (Error e) {
            failed(e);
            // An Error would end the consumer for good, in silence; as an exception it is tried again and seen.
            throw new IllegalStateException("A batch of " + group + " failed", e);
        }
    }

    /** Whether the present batch has failed and waits to be tried again. */
    boolean isStalled() {
        return failuresInARow > 0;
    }

    private void failed(Throwable failure) {
        int inARow = failuresInARow + 1;
        failuresInARow = inARow;
        if (comesFromTheStore(failure)) {
            LOG.warn("{} pauses, failure {} in a row: {}", group, inARow, failure.toString());
        } else if (inARow == 1 || inARow % REPORTED_EVERY == 0) {
            LOG.error("{} pauses, failure {} in a row", group, inARow, failure);
        }
    }

    /** A store that is away is said in one line; anything else is our mistake and shown with its stack. */
    private static boolean comesFromTheStore(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException) {
                return true;
            }
        }
        return false;
    }

    private void take(List<ConsumerRecord<String, byte[]>> batch) {
        List<Arrival> arrivals = new ArrayList<>(batch.size());
        Map<String, Message> sentAgain = new HashMap<>();
        for (ConsumerRecord<String, byte[]> entry : batch) {
            Message message = Message.of(entry);
            try {
                arrivals.add(Arrival.of(message));
                if (isSentAgainForUs(message)) {
                    sentAgain.put(message.letter(), message);
                }
            } catch (UndecodableEvent e) {
                giveUp(message, Objects.requireNonNullElse(e.getMessage(), "undecodable"));
            }
        }
        Set<String> givenUpAgain = positions == null ? apply(arrivals) : applyInOrder(arrivals, positions);
        sentAgain.forEach((letter, message) -> {
            if (!givenUpAgain.contains(letter)) {
                deadLetters.taken(group, message);
            }
        });
    }

    private boolean isSentAgainForUs(Message message) {
        String service = message.headers().get(DeadLetters.REPLAYED_FOR);
        return service != null && group.startsWith("grid." + service + ".");
    }

    private Set<String> applyInOrder(List<Arrival> arrivals, StreamPositions known) {
        Set<String> streams = arrivals.stream().map(Arrival::stream).collect(Collectors.toSet());
        if (streams.isEmpty()) {
            return Set.of();
        }
        StreamOrder order = new StreamOrder(known.positionsOf(streams), parkedIn(streams));
        arrivals.forEach(order::arrive);
        park(order.toPark());
        Set<String> refused = apply(order.toApply());
        parked.remove(order.noLongerParked());
        counters.repeated(order.repeats());
        return refused;
    }

    private List<Arrival> parkedIn(Set<String> streams) {
        if (!mayHaveParked) {
            return List.of();
        }
        List<Arrival> waiting = parked.of(streams);
        if (waiting.isEmpty()) {
            mayHaveParked = parked.any();
        }
        return waiting;
    }

    private void park(List<Arrival> arrivals) {
        if (!arrivals.isEmpty()) {
            mayHaveParked = true;
            parked.park(arrivals);
            counters.parked(arrivals.size());
            LOG.atWarn()
                    .addKeyValue("group", group)
                    .addKeyValue("count", arrivals.size())
                    .addKeyValue("first", arrivals.getFirst().event().id())
                    .log("Events wait for a predecessor");
        }
    }

    /** @return letters of those that can never be applied */
    private Set<String> apply(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return Set.of();
        }
        List<EventHandler.Unappliable> refused =
                handler.applyAsHeard(arrivals.stream().map(Arrival::heard).toList());
        Set<String> letters = new HashSet<>();
        if (!refused.isEmpty()) {
            Map<String, Message> byEvent = new HashMap<>();
            arrivals.forEach(arrival -> byEvent.put(arrival.event().id(), arrival.message()));
            refused.forEach(one -> {
                Message message = messageOf(byEvent, one.event());
                letters.add(message.letter());
                giveUp(message, one.cause());
            });
        }
        counters.applied(arrivals.size() - refused.size());
        return letters;
    }

    private static Message messageOf(Map<String, Message> byEvent, Envelope<Event> event) {
        return Objects.requireNonNull(
                byEvent.get(event.id()), "The handler refused an event that was not in its batch");
    }

    private void giveUp(Message message, String cause) {
        if (message.headers().containsKey(DeadLetters.REPLAYED_FOR) && !isSentAgainForUs(message)) {
            // Meant for another service; what was wrong with it for us stands among our own dead letters already.
            return;
        }
        if (deadLetters.add(group, message, cause)) {
            counters.dead();
            LOG.atWarn()
                    .addKeyValue("group", group)
                    .addKeyValue("place", message.place())
                    .addKeyValue("cause", cause)
                    .log("A message became a dead letter");
        }
    }
}

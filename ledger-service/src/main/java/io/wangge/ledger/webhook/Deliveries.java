package io.wangge.ledger.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be told, and what was. */
public interface Deliveries {
    /** Those that are there already stay as they are. */
    void offer(List<Delivery> deliveries);

    /** Waiting ones whose time has come, in their order, but for those behind an earlier one of their key. */
    List<Delivery> due(String subscriptionId, Instant now, Set<String> heldUp, int atMost);

    /** Keys of which an earlier one waits for its next try. */
    Set<String> heldUp(String subscriptionId, Instant now);

    void tried(Delivery after);

    Optional<Delivery> find(String subscriptionId, String id);

    /** Sends it again, whatever became of it. @return empty when there is none */
    Optional<Delivery> again(String subscriptionId, String id, Instant now);

    /** Newest first. @param state null for all @param before null for the newest */
    List<Delivery> list(String subscriptionId, Delivery.@Nullable State state, @Nullable Long before, int atMost);

    void removeAll(String subscriptionId);
}

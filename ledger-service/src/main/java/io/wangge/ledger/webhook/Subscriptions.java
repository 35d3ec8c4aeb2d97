package io.wangge.ledger.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who wants to be told. */
public interface Subscriptions {
    List<Subscription> all();

    Optional<Subscription> find(String id);

    /** @return false when the id is taken */
    boolean add(Subscription subscription);

    /** Changes it as it stands. @return empty when there is none */
    Optional<Subscription> change(String id, UnaryOperator<Subscription> change);

    void remove(String id);

    /** Only one replica works on a subscription at a time. @return whether it is ours for that long */
    boolean lease(String id, String owner, Instant now, Duration time);

    void release(String id, String owner);
}

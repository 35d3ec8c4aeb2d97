package io.wangge.ledger.live;

import io.wangge.ledger.book.Changes;
import io.wangge.ledger.book.Line;
import io.wangge.ledger.book.Reader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Hands what was written to everyone who watches; never waits for any of them. */
public final class LiveHub implements Reader, AutoCloseable {
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();

    /** @param inScope asked for every event, so that a revocation works at once; must be quick */
    public Subscription subscribe(Predicate<LiveEvent> inScope) {
        Subscription subscription = new Subscription(this, inScope);
        subscriptions.add(subscription);
        return subscription;
    }

    @Override
    public void written(Changes changes) {
        if (subscriptions.isEmpty()) {
            return;
        }
        for (Line line : changes.lines()) {
            LiveEvent event = LiveEvents.of(line);
            if (event != null) {
                subscriptions.forEach(subscription -> subscription.offer(event));
            }
        }
    }

    void forget(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    public int watching() {
        return subscriptions.size();
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::end);
    }
}

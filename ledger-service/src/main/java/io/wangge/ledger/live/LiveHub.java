package io.wangge.ledger.live;

import io.wangge.ledger.live.Tail.Follow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what any replica wrote to everyone who watches here. One reader follows for all of them, and only while somebody
 * watches; it never waits for any of them.
 */
public final class LiveHub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);

    private final Tail tail;
    private final Set<Subscription> subscriptions = new HashSet<>();
    private @Nullable Follow follow;
    private boolean closed;

    public LiveHub(Tail tail) {
        this.tail = tail;
    }

    /**
     * @param inScope asked for every event, so that a revocation works at once; must be quick
     * @param after position of the last event that the client has, or of its snapshot; null for what comes from now on
     * @throws Tail.PositionGoneException when what came after it cannot be told any more
     */
    public Subscription subscribe(Predicate<LiveEvent> inScope, @Nullable String after) {
        Follow since = after == null ? null : tail.after(after);
        try {
            return join(inScope, since);
        } catch (RuntimeException e) {
            if (since != null) {
                since.close();
            }
            throw e;
        }
    }

    private synchronized Subscription join(Predicate<LiveEvent> inScope, @Nullable Follow since) {
        Follow following = follow == null ? begin() : follow;
        // A client that comes from a quicker replica is ahead of this one.
        long joinedAt = since == null ? following.reached() : Math.max(following.reached(), since.reached());
        Subscription subscription = new Subscription(this, inScope, joinedAt);
        if (since != null) {
            subscription.catchUp(since);
        }
        subscriptions.add(subscription);
        if (closed) {
            subscription.end();
        }
        return subscription;
    }

    private Follow begin() {
        Follow following = tail.after(null);
        follow = following;
        Thread.ofVirtual().name("live-tail").start(() -> run(following));
        return following;
    }

    private void run(Follow following) {
        try (following) {
            boolean watched = true;
            while (watched) {
                watched = hand(following);
            }
        } catch (RuntimeException e) {
            lost(e);
        }
    }

    /** Who comes in while a batch is under way finds it behind its place, and catches up with it where it asked for that. */
    private boolean hand(Follow following) {
        List<LiveEvent> events = following.next();
        synchronized (this) {
            for (LiveEvent event : events) {
                subscriptions.forEach(subscription -> subscription.offer(event));
            }
            if (subscriptions.isEmpty() || closed) {
                follow = null;
                return false;
            }
            return true;
        }
    }

    /** Clients come again with their last position; they must not believe that nothing happens. */
    private synchronized void lost(RuntimeException why) {
        follow = null;
        if (!closed) {
            LOG.warn("Live streams are cut, since the ledger cannot be followed: {}", why.toString());
            subscriptions.forEach(Subscription::lose);
        }
    }

    synchronized void forget(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    public synchronized int watching() {
        return subscriptions.size();
    }

    @Override
    public synchronized void close() {
        closed = true;
        subscriptions.forEach(Subscription::end);
    }
}

package io.wangge.ledger.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One client that watches; holds a bounded number of events for it. */
public final class Subscription implements AutoCloseable {
    /** A client that lets so many pile up is not watching. */
    static final int MOST_WAITING = 256;

    /** Wakes a waiting client when the service stops; never handed out. */
    private static final LiveEvent END =
            new LiveEvent("", "", Instant.EPOCH, null, null, null, null, null, null, null, List.of());

    private final BlockingQueue<LiveEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Predicate<LiveEvent> inScope;
    private final LiveHub hub;
    private volatile boolean tooSlow;
    private volatile boolean ended;

    Subscription(LiveHub hub, Predicate<LiveEvent> inScope) {
        this.hub = hub;
        this.inScope = inScope;
    }

    void offer(LiveEvent event) {
        if (!tooSlow && inScope.test(event) && !waiting.offer(event)) {
            tooSlow = true;
        }
    }

    void end() {
        ended = true;
        waiting.offer(END);
    }

    /** The next event, or null when there was none for {@code atMost} or the service stops. */
    public @Nullable LiveEvent next(Duration atMost) throws InterruptedException {
        LiveEvent event = waiting.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        return event == END ? null : event;
    }

    /** Events were lost to it, so it has to be cut: it would show a picture with holes. */
    public boolean tooSlow() {
        return tooSlow;
    }

    /** The service stops. */
    public boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        hub.forget(this);
    }
}

package io.wangge.ledger.live;

import io.wangge.ledger.live.Tail.Follow;
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
    /** A client that lets so many pile up is not watching; a batch brings hundreds at once. */
    static final int MOST_WAITING = 2_048;

    /** Wakes a waiting client when the service stops; never handed out. */
    private static final LiveEvent END =
            new LiveEvent("", "", 0, "", Instant.EPOCH, null, null, null, null, null, null, null, List.of());

    private final BlockingQueue<LiveEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Predicate<LiveEvent> inScope;
    private final LiveHub hub;
    private final long joinedAt;
    private @Nullable CatchUp catchUp;
    private volatile boolean tooSlow;
    private volatile boolean lost;
    private volatile boolean ended;

    Subscription(LiveHub hub, Predicate<LiveEvent> inScope, long joinedAt) {
        this.hub = hub;
        this.inScope = inScope;
        this.joinedAt = joinedAt;
    }

    /** What lies between the client's last event and its joining is read for it alone. */
    void catchUp(Follow follow) {
        catchUp = new CatchUp(follow, joinedAt);
    }

    void offer(LiveEvent event) {
        // What came before it joined is what it catches up with.
        if (event.reached() > joinedAt && !tooSlow && inScope.test(event) && !waiting.offer(event)) {
            tooSlow = true;
        }
    }

    void lose() {
        lost = true;
        waiting.offer(END);
    }

    void end() {
        ended = true;
        waiting.offer(END);
    }

    /**
     * The next event, or null when there was none for {@code atMost} or the service stops.
     *
     * @throws Tail.PositionGoneException when it is too far behind to catch up
     */
    public @Nullable LiveEvent next(Duration atMost) throws InterruptedException {
        while (catchUp != null && !cut()) {
            LiveEvent event = catchUp.next();
            if (event == null) {
                catchUp.close();
                catchUp = null;
            } else if (inScope.test(event)) {
                return event;
            }
        }
        LiveEvent event = waiting.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        return event == END ? null : event;
    }

    private boolean cut() {
        return tooSlow || lost || ended;
    }

    /** Events were lost to it, so it has to be cut: it would show a picture with holes. */
    public boolean tooSlow() {
        return tooSlow;
    }

    /** What is written cannot be followed at the moment. */
    public boolean lost() {
        return lost;
    }

    /** The service stops. */
    public boolean ended() {
        return ended;
    }

    /** The client has gone; its thread closes the rest. */
    public void leave() {
        hub.forget(this);
        end();
    }

    @Override
    public void close() {
        hub.forget(this);
        if (catchUp != null) {
            catchUp.close();
            catchUp = null;
        }
    }
}

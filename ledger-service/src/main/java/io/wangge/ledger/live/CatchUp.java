package io.wangge.ledger.live;

import io.wangge.ledger.live.Tail.Follow;
import io.wangge.ledger.live.Tail.PositionGoneException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What happened between the last event that a client has and the moment from which the hub tells it. */
final class CatchUp implements AutoCloseable {
    /** A morning of a district; whoever is further behind is quicker with a new snapshot. */
    static final int MOST = 50_000;

    private final Follow follow;
    private final long until;
    private final Deque<LiveEvent> read = new ArrayDeque<>();
    private int told;

    CatchUp(Follow follow, long until) {
        this.follow = follow;
        this.until = until;
        this.read.addAll(follow.first());
    }

    /** @return null when all was told */
    @Nullable
    LiveEvent next() {
        while (read.isEmpty() && follow.reached() < until) {
            read.addAll(follow.next());
        }
        LiveEvent event = read.poll();
        if (event == null || event.reached() > until) {
            return null;
        }
        if (++told > MOST) {
            throw new PositionGoneException("more than " + MOST + " events behind");
        }
        return event;
    }

    @Override
    public void close() {
        follow.close();
    }
}

package io.wangge.ledger.http.board;

import io.wangge.ledger.live.LiveHub;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Ends live streams first when the service stops: the graceful stop waits for open requests, and these never end. */
@Component
class LiveStop implements SmartLifecycle {
    private final LiveHub hub;
    private volatile boolean running;

    LiveStop(LiveHub hub) {
        this.hub = hub;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        hub.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

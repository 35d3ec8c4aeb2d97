package io.wangge.ledger.webhook;

import java.time.Duration;
import java.util.List;

/** The pauses that Standard Webhooks advises, each up to a fifth longer, so that many do not come back at once. */
final class BackOff {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10));

    private BackOff() {}

    /** @param tries so far, from 1 @param id spreads them, the same way each time */
    static Duration after(int tries, String id) {
        Duration pause = PAUSES.get(Math.min(tries, PAUSES.size()) - 1);
        return pause.plusMillis(pause.toMillis() / 5 * Math.floorMod(id.hashCode() + tries, 100) / 100);
    }
}

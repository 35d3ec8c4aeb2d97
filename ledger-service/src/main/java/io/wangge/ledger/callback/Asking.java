package io.wangge.ledger.callback;

import io.wangge.contracts.Actor;
import io.wangge.contracts.callback.Mode;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of an outcome.
 *
 * @param by the clerk who asked, or the resident who answers through a link
 * @param now by the local clock
 * @param zone whose days are counted
 * @param fingerprint of the outcome's content, salts left out
 * @param mode PHONE also for what no visit is: a call, a judgement, a link
 */
public record Asking(Actor by, Instant now, ZoneId zone, String fingerprint, Mode mode) {
    /** On the telephone. */
    public Asking(Actor by, Instant now, ZoneId zone, String fingerprint) {
        this(by, now, zone, fingerprint, Mode.PHONE);
    }

    /** 上门: a grid worker stood at the door. */
    boolean atTheDoor() {
        return mode == Mode.VISIT;
    }

    /** As events say it, which leave out what is usual. */
    @Nullable
    Mode unusualMode() {
        return atTheDoor() ? mode : null;
    }
}

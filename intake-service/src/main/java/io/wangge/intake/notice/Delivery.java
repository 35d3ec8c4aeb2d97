package io.wangge.intake.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One way of one notice to its recipient.
 *
 * @param tries so far
 * @param nextAt when it is tried next; present while WAITING
 * @param fault stable code of why the last try failed
 * @param endedAt when it came to its end
 */
public record Delivery(
        MessageChannel channel,
        State state,
        int tries,
        @Nullable Instant nextAt,
        @Nullable String fault,
        @Nullable Instant endedAt) {

    /** How far it has come. */
    public enum State {
        WAITING,
        SENT,
        /** No provider is named for the channel: written down and logged. */
        LOGGED,
        /** Refused for good, or tried often enough. */
        FAILED,
        /** Of no use any more before it could be sent. */
        EXPIRED
    }

    public static Delivery at(MessageChannel channel, Instant nextAt) {
        return new Delivery(channel, State.WAITING, 0, nextAt, null, null);
    }

    static Delivery logged(MessageChannel channel, Instant now) {
        return new Delivery(channel, State.LOGGED, 0, null, null, now);
    }

    public boolean isDue(Instant now) {
        return state == State.WAITING && nextAt != null && !nextAt.isAfter(now);
    }

    Delivery sent(Instant now) {
        return new Delivery(channel, State.SENT, tries + 1, null, null, now);
    }

    Delivery failed(String why, Instant now) {
        return new Delivery(channel, State.FAILED, tries + 1, null, why, now);
    }

    Delivery expired(Instant now) {
        return new Delivery(channel, State.EXPIRED, tries, null, fault, now);
    }

    Delivery again(String why, Instant at) {
        return new Delivery(channel, State.WAITING, tries + 1, at, why, null);
    }

    /** Put off without having been tried. */
    Delivery later(Instant at) {
        return new Delivery(channel, State.WAITING, tries, at, fault, null);
    }
}

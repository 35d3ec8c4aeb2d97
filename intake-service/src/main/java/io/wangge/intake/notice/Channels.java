package io.wangge.intake.notice;

import java.time.Instant;
import java.util.Set;

/**
 * By what this deployment sends.
 *
 * @param carried handed to a provider
 * @param logged without a provider: the message is written down and logged, and that is all. It needs no claim, no second
 *     try and no regard for the night, as it reaches nobody
 */
public record Channels(Set<MessageChannel> carried, Set<MessageChannel> logged) {
    public Channels {
        carried = Set.copyOf(carried);
        logged = Set.copyOf(logged);
    }

    boolean has(MessageChannel channel) {
        return carried.contains(channel) || logged.contains(channel);
    }

    /** A message on its way, or at its end when nobody carries it. @param at when it may be sent */
    Delivery begin(MessageChannel channel, Instant at, Instant now) {
        return carried.contains(channel) ? Delivery.at(channel, at) : Delivery.logged(channel, now);
    }

    /** Who left WeChat's account, or has no template for it, is told by telephone. */
    public Delivery insteadOfWeChat(Instant now) {
        return begin(MessageChannel.SMS, now, now);
    }

    public boolean hasSms() {
        return has(MessageChannel.SMS);
    }
}

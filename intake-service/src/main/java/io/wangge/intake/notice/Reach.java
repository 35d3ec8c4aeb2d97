package io.wangge.intake.notice;

import java.util.Map;

/**
 * How somebody can be reached.
 *
 * @param addresses by channel: telephone, openid, for PUSH the addressee
 */
public record Reach(Map<MessageChannel, String> addresses) {
    public static final Reach NONE = new Reach(Map.of());

    public Reach {
        addresses = Map.copyOf(addresses);
    }

    @Override
    public String toString() {
        return "Reach" + addresses.keySet();
    }
}

package io.wangge.intake.notice;

import java.util.Set;

/**
 * 通知偏好 of one person. The list on the page shows everything all the same.
 *
 * @param off channels that nothing is sent by
 * @param muted subjects that are not sent by any
 */
public record Preferences(Set<MessageChannel> off, Set<String> muted) {
    public static final Preferences NONE = new Preferences(Set.of(), Set.of());

    public Preferences {
        off = Set.copyOf(off);
        muted = Set.copyOf(muted);
    }

    public boolean allow(MessageChannel channel, String subject) {
        return !off.contains(channel) && !muted.contains(subject);
    }
}

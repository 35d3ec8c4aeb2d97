package io.wangge.intake.notice;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 通知偏好 of one person. The list on the page shows everything all the same.
 *
 * @param off channels that nothing is sent by
 * @param muted subjects that are not sent by any
 * @param quiet null while nothing was said of it: then the district's hours are theirs
 */
public record Preferences(
        Set<MessageChannel> off,
        Set<String> muted,
        @Nullable QuietHours quiet) {
    public static final Preferences NONE = new Preferences(Set.of(), Set.of());

    /** Who said nothing of quiet hours. */
    public Preferences(Set<MessageChannel> off, Set<String> muted) {
        this(off, muted, null);
    }

    public Preferences {
        off = Set.copyOf(off);
        muted = Set.copyOf(muted);
    }

    public boolean allow(MessageChannel channel, String subject) {
        return !off.contains(channel) && !muted.contains(subject);
    }
}

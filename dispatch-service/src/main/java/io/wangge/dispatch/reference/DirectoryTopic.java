package io.wangge.dispatch.reference;

import java.util.List;

/** Port: the way to the other services. */
public interface DirectoryTopic {
    /**
     * Sends in this order and returns when the broker has all of them.
     *
     * @throws NotAnnounced when it is not known that it has; sending the same again is harmless
     */
    void send(List<Announcement> announcements);

    /** The broker did not confirm; the caller tries again later. */
    final class NotAnnounced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotAnnounced(String message, Throwable cause) {
            super(message, cause);
        }
    }
}

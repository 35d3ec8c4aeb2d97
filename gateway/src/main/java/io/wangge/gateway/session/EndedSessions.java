package io.wangge.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Access tokens live for a quarter of an hour, and are refused before where the session that got them was ended by hand. Kept
 * in memory, since every call asks; other replicas' endings are read again and again. What was ended longer ago than a token
 * lives is forgotten: such a token has expired.
 */
public final class EndedSessions {
    private final Endings shelf;
    private final Duration remembered;
    private final InstantSource clock;
    private final Map<String, Instant> from = new ConcurrentHashMap<>();
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    /** By identity: two calls of one session are two. */
    private final class Watch {
        private final String username;
        private final Instant sessionBegan;
        private final Runnable whenOver;

        Watch(String username, Instant sessionBegan, Runnable whenOver) {
            this.username = username;
            this.sessionBegan = sessionBegan;
            this.whenOver = whenOver;
        }

        void tellIfOver() {
            if (isOver(username, sessionBegan) && watches.remove(this)) {
                whenOver.run();
            }
        }
    }

    /** @param remembered at least the life of an access token, with what is forgiven at its end */
    public EndedSessions(Endings shelf, Duration remembered, InstantSource clock) {
        this.shelf = shelf;
        this.remembered = remembered;
        this.clock = clock;
    }

    /** Blocks; called again and again. */
    public void follow() {
        Instant since = clock.instant().minus(remembered);
        shelf.after(since).forEach(this::note);
        from.values().removeIf(at -> at.isBefore(since));
    }

    /** This replica ended them itself, and need not read it. */
    public void note(String username, Instant sessionsFrom) {
        from.merge(username, sessionsFrom, (one, other) -> one.isAfter(other) ? one : other);
        watches.forEach(Watch::tellIfOver);
    }

    /**
     * For a call that goes on for long.
     *
     * @param whenOver run once, by whoever notes the ending; at once where it was noted already. Does not block
     * @return ends the watch
     */
    public Runnable watch(String username, Instant sessionBegan, Runnable whenOver) {
        Watch watch = new Watch(username, sessionBegan, whenOver);
        watches.add(watch);
        watch.tellIfOver();
        return () -> watches.remove(watch);
    }

    /** Mostly there are none, and nobody needs to look into a token. */
    public boolean none() {
        return from.isEmpty();
    }

    public boolean isOver(String username, Instant sessionBegan) {
        Instant sessionsFrom = from.get(username);
        return sessionsFrom != null && sessionBegan.isBefore(sessionsFrom);
    }
}

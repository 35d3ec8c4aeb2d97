package io.wangge.kit.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/**
 * What this replica wrote in the last seconds. A reader that names the version it needs, and a change that goes through
 * a guarded write, need not ask the store for it: measured, a third of the reads of a case and of its decoding.
 *
 * <p>An entry may be behind what other replicas wrote. It is no copy to show to somebody who asked for no version.
 */
final class LatelyWritten<T> {
    /** A case is acted on by several people within seconds when it is new, and then not for hours. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private static final int MOST = 1000;

    private final Cache<String, Stored<T>> latest =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** @param now as it was committed */
    void wrote(Stored<T> now) {
        latest.asMap().merge(now.id(), now, (one, other) -> one.version() > other.version() ? one : other);
    }

    /** Somebody else wrote it too. */
    void forget(String id) {
        latest.invalidate(id);
    }

    Optional<Stored<T>> find(String id) {
        return Optional.ofNullable(latest.getIfPresent(id));
    }
}

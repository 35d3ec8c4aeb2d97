package io.wangge.benchmarks;

import com.github.f4b6a3.uuid.UuidCreator;

/** Ids as the product's own clients make them: UUIDs of version 7 (RFC 9562), which lie together in an index. */
final class Ids {
    private Ids() {}

    static String next() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}

package io.wangge.ledger.seal;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was published of the seals outside the database: against it even a ledger that was rewritten as a whole, or cut
 * off at its end, does not stand.
 *
 * @param seals hash by number
 * @param days hash by number
 */
public record Published(TreeMap<Long, String> seals, TreeMap<Long, String> days) {
    public static Published nothing() {
        return new Published(new TreeMap<>(), new TreeMap<>());
    }

    /** Whether nothing else was published under this number. */
    static boolean agrees(Map<Long, String> published, long no, String hash) {
        return published.getOrDefault(no, hash).equals(hash);
    }

    static long last(TreeMap<Long, String> published) {
        return published.isEmpty() ? 0 : published.lastKey();
    }
}

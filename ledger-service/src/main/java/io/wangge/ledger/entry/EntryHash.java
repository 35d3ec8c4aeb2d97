package io.wangge.ledger.entry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * The hash of an entry: SHA-256 over the RFC 8785 canonical JSON of
 * <pre>{"data": …, "id": …, "prevHash": …, "seq": …, "stream": …, "time": …, "type": …}</pre>
 * with {@code time} in UTC and always three digits of fraction. Nothing in it depends on when or where the ledger took
 * the event in, so a replay gives the same chain. It never changes: every chain ever written would break.
 */
public final class EntryHash {
    /** What stands before the first entry of a stream. */
    public static final String GENESIS = "0".repeat(64);

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private EntryHash() {}

    /** @param data with hashes in place of erasable texts */
    public static String of(
            String stream, long seq, String type, Instant time, Map<String, Object> data, String prevHash) {
        return Sha256.hex(CanonicalJson.of(Map.of(
                "id", LedgerEntry.idOf(stream, seq),
                "stream", stream,
                "seq", seq,
                "type", type,
                "time", MILLIS.format(time),
                "data", data,
                "prevHash", prevHash)));
    }
}

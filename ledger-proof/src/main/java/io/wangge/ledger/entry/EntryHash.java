package io.wangge.ledger.entry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

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

    /** @param data canonical JSON with hashes in place of erasable texts; it stands in the hashed text as it is */
    public static String of(String stream, long seq, String type, Instant time, String data, String prevHash) {
        return Sha256.hex(text(stream, seq, type, time, data, prevHash));
    }

    /** The text whose SHA-256 in UTF-8 is the entry's hash. */
    public static String textOf(LedgerEntry entry) {
        return text(entry.stream(), entry.seq(), entry.type(), entry.time(), entry.data(), entry.prevHash());
    }

    private static String text(String stream, long seq, String type, Instant time, String data, String prevHash) {
        StringBuilder canonical = new StringBuilder(data.length() + 400);
        canonical.append("{\"data\":").append(data);
        field(canonical, "id", LedgerEntry.idOf(stream, seq));
        field(canonical, "prevHash", prevHash);
        canonical.append(",\"seq\":").append(CanonicalJson.of(seq));
        field(canonical, "stream", stream);
        field(canonical, "time", MILLIS.format(time));
        field(canonical, "type", type);
        return canonical.append('}').toString();
    }

    private static void field(StringBuilder canonical, String name, String value) {
        canonical.append(",\"").append(name).append("\":");
        CanonicalJson.quote(value, canonical);
    }
}

package io.wangge.ledger.entry;

import java.time.Instant;

/**
 * 台账记录: one immutable line of the ledger.
 *
 * @param stream such as {@code case/ID}
 * @param seq its number in the stream, from 1
 * @param time event time by the producer, to the millisecond
 * @param data what was said as canonical JSON (RFC 8785), each erasable text replaced by {@code {"hash": …}}
 * @param prevHash hash of the stream's previous entry; {@link EntryHash#GENESIS} for the first
 * @param hash of all of the above, see {@link EntryHash}
 */
public record LedgerEntry(
        String stream, long seq, String type, Instant time, String data, String prevHash, String hash) {

    /** The event's identity, {@code stream/seq}. */
    public String id() {
        return idOf(stream, seq);
    }

    public static String idOf(String stream, long seq) {
        return stream + "/" + seq;
    }

    /** As a link in another place of its stream would be hashed. */
    public String hashAt(long otherSeq) {
        return EntryHash.of(stream, otherSeq, type, time, data, prevHash);
    }
}

package io.wangge.ledger.entry;

import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where a stream's chain ends.
 *
 * @param seq of its last entry, 0 when there is none
 * @param hash of its last entry
 */
public record StreamHead(String stream, long seq, String hash) {

    public static StreamHead before(String stream) {
        return new StreamHead(stream, 0, EntryHash.GENESIS);
    }

    /** A new last entry and the texts that were taken out of it. */
    public record Link(LedgerEntry entry, List<ErasableText> texts) {
        public StreamHead head() {
            return new StreamHead(entry.stream(), entry.seq(), entry.hash());
        }
    }

    /** @throws IllegalArgumentException unless {@code said} is this stream's next */
    public Link append(Said said) {
        if (!said.stream().equals(stream) || said.seq() != seq + 1) {
            throw new IllegalArgumentException(
                    LedgerEntry.idOf(said.stream(), said.seq()) + " does not follow " + LedgerEntry.idOf(stream, seq));
        }
        HashedData hashed = HashedData.of(LedgerEntry.idOf(stream, said.seq()), said.data());
        var time = said.time().truncatedTo(ChronoUnit.MILLIS);
        String entryHash = EntryHash.of(stream, said.seq(), said.type(), time, hashed.json(), hash);
        return new Link(
                new LedgerEntry(stream, said.seq(), said.type(), time, hashed.json(), hash, entryHash), hashed.texts());
    }
}

package io.wangge.ledger.chain;

import io.wangge.ledger.chain.Finding.Kind;
import io.wangge.ledger.entry.CanonicalText;
import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.entry.StreamHead;
import org.jspecify.annotations.Nullable;

/** Walks one chain from its first entry, or from where its archived beginning ends, to its head. */
final class StreamCheck {
    /** Done once, after the first finding; a forged head must not keep it busy for ever. */
    private static final long PLACES_TRIED = 10_000;

    private final StreamHead head;
    private long lastSeq;
    private String lastHash;

    StreamCheck(Chain chain) {
        this.head = chain.head();
        this.lastSeq = chain.start().seq();
        this.lastHash = chain.start().hash();
    }

    boolean isOf(String stream) {
        return head.stream().equals(stream);
    }

    /** The next entry found, in order of seq. @return what is wrong with it or before it */
    @Nullable
    Finding next(Evidence found) {
        LedgerEntry entry = found.entry();
        if (entry.seq() <= lastSeq || lastSeq == head.seq()) {
            return new Finding(found.storedId(), Kind.ADDED);
        }
        if (entry.seq() != lastSeq + 1) {
            return missing(lastSeq + 1);
        }
        boolean inItsPlace =
                found.storedId().equals(entry.id()) && entry.prevHash().equals(lastHash);
        if (!inItsPlace || !holdsAt(entry.seq(), entry)) {
            return new Finding(found.storedId(), whatHappenedTo(found));
        }
        for (ErasableText text : found.texts()) {
            if (!("{\"hash\":\"" + text.hash() + "\"}").equals(CanonicalText.at(entry.data(), text.path()))) {
                return new Finding(found.storedId(), Kind.ALTERED);
            }
        }
        lastSeq = entry.seq();
        lastHash = entry.hash();
        return null;
    }

    /** No more entries. @return what is wrong at the end */
    @Nullable
    Finding end() {
        if (lastSeq < head.seq()) {
            return missing(lastSeq + 1);
        }
        return lastHash.equals(head.hash())
                ? null
                : new Finding(LedgerEntry.idOf(head.stream(), head.seq()), Kind.ALTERED);
    }

    private Finding missing(long seq) {
        return new Finding(LedgerEntry.idOf(head.stream(), seq), Kind.MISSING);
    }

    /** It fits another place of its stream, or it was never in it, or it was changed. */
    private Kind whatHappenedTo(Evidence found) {
        LedgerEntry entry = found.entry();
        for (long seq = 1; seq <= Math.min(head.seq(), PLACES_TRIED); seq++) {
            if (seq != entry.seq() && holdsAt(seq, entry)) {
                return Kind.REORDERED;
            }
        }
        return found.storedId().equals(entry.id()) ? Kind.ALTERED : Kind.ADDED;
    }

    private static boolean holdsAt(long seq, LedgerEntry entry) {
        return entry.hashAt(seq).equals(entry.hash());
    }
}

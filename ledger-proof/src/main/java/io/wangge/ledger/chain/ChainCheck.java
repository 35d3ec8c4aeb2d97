package io.wangge.ledger.chain;

import io.wangge.ledger.chain.Finding.Kind;
import io.wangge.ledger.entry.StreamHead;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a ledger piece by piece and keeps no more of it than the heads of one piece: fed by {@link #page}, asked by
 * {@link #verdict}. It finds what was altered, missing, added or reordered since the entries were written, as long as
 * the writer did not also recompute everything behind it; against that stand the seals.
 */
public final class ChainCheck {
    private long entries;
    private long streams;
    private @Nullable Finding firstBroken;

    /**
     * One piece: some heads and all entries of their streams. A piece must also hold the entries whose stream lies
     * between them and has no head.
     *
     * @param found in order of stream, then seq
     * @return whether to go on; false after the first finding
     */
    public boolean page(List<StreamHead> heads, Iterator<Evidence> found) {
        return piece(heads.stream().map(Chain::whole).toList(), found);
    }

    /** As {@link #page}, of chains whose beginnings may be elsewhere. */
    public boolean piece(List<Chain> chains, Iterator<Evidence> found) {
        Map<String, Chain> unseen = new LinkedHashMap<>();
        chains.forEach(chain -> unseen.put(chain.head().stream(), chain));
        streams += chains.size();
        StreamCheck current = null;
        while (found.hasNext()) {
            Evidence next = found.next();
            String stream = next.entry().stream();
            if (current == null || !current.isOf(stream)) {
                if (current != null && broken(current.end())) {
                    return false;
                }
                Chain chain = unseen.remove(stream);
                if (chain == null) {
                    return !broken(new Finding(next.storedId(), Kind.ADDED));
                }
                current = new StreamCheck(chain);
            }
            if (broken(current.next(next))) {
                return false;
            }
            entries++;
        }
        if (current != null && broken(current.end())) {
            return false;
        }
        for (Chain chain : unseen.values()) {
            if (broken(new StreamCheck(chain).end())) {
                return false;
            }
        }
        return true;
    }

    public Verdict verdict() {
        return new Verdict(entries, streams, firstBroken);
    }

    private boolean broken(@Nullable Finding finding) {
        if (finding != null && firstBroken == null) {
            firstBroken = finding;
        }
        return finding != null;
    }
}

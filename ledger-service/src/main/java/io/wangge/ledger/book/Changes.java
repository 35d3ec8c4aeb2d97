package io.wangge.ledger.book;

import io.wangge.ledger.entry.StreamHead;
import io.wangge.ledger.figures.FigureChange;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch adds, to be written as one.
 *
 * @param lines new entries in the order of the batch
 * @param heads where each chain ended and where it ends now
 * @param cases present facts of each case that the batch is about
 * @param figures what it changes in the figures
 */
public record Changes(
        List<Line> lines,
        Collection<HeadMove> heads,
        Collection<CaseMove> cases,
        Collection<RoundChange> rounds,
        List<FigureChange> figures) {

    /** @param before with seq 0 for a new stream */
    public record HeadMove(StreamHead before, StreamHead after) {}

    /** @param before nothing for a new case */
    public record CaseMove(@Nullable CaseFacts before, CaseFacts after) {}

    public boolean nothing() {
        return lines.isEmpty();
    }
}

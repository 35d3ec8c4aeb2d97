package io.wangge.ledger.criticism;

import java.util.List;
import java.util.Map;

/**
 * 票箱. Who has voted and what was voted are kept apart, with nothing in common: no id, no time, no order (ADR 0021). Each
 * judge's ballot counts once, whatever comes at once or again.
 */
public interface BallotBox {
    /** What became of a ballot. */
    enum Cast {
        COUNTED,
        /** The same judge with another command id. */
        VOTED_ALREADY,
        CLOSED
    }

    /** @param voted in order of their ids @param ballots candidate → score, in no order that means anything */
    record Counted(List<String> voted, List<Map<String, Integer>> ballots) {}

    /** Opens the box of a round; again it changes nothing. */
    void open(String scoringId);

    /** @param commandId made by the judge's device: sent again with the same id it is counted once and no error */
    Cast cast(String scoringId, String judge, String commandId, Map<String, Integer> scores);

    /** How many have voted: all that is known before it is closed. */
    int voted(String scoringId);

    /** Takes no ballot any more and gives out what is in it; again it gives the same. */
    Counted close(String scoringId);
}

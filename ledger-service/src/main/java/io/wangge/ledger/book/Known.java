package io.wangge.ledger.book;

import io.wangge.ledger.callback.Round;
import io.wangge.ledger.entry.StreamHead;
import java.util.Map;

/**
 * What stands in the ledger of the streams and cases that a batch is about.
 *
 * @param heads by stream; a stream that is missing has no entries
 * @param cases by case id
 * @param openRounds by round id, of the cases that wait for a callback
 */
public record Known(Map<String, StreamHead> heads, Map<String, CaseFacts> cases, Map<String, OpenRound> openRounds) {

    /** @param version seq of its last event */
    public record OpenRound(Round round, long version) {}
}

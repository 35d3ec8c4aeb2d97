package io.wangge.ledger.chain;

import io.wangge.ledger.entry.StreamHead;

/**
 * A chain, or the part of it that is looked at.
 *
 * @param start what stands before its first entry: of an archived beginning its last entry
 * @param head where it ends
 */
public record Chain(StreamHead start, StreamHead head) {
    public static Chain whole(StreamHead head) {
        return new Chain(StreamHead.before(head.stream()), head);
    }
}

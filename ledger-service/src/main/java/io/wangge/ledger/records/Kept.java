package io.wangge.ledger.records;

import java.time.Instant;

/** A record of the ledger's own that is never changed, only gone on from. */
public interface Kept {
    /** Made by the client, so that it may be sent again. */
    String id();

    /** Of what it was made of, to know a repeat from another one with the same id. */
    String fingerprint();

    /** Time of its last event; the next is never earlier. */
    Instant lastEventAt();
}

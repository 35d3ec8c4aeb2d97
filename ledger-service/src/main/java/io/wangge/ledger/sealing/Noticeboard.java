package io.wangge.ledger.sealing;

import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.Seal;

/** A place outside the database where seals are published; may be told of one twice. Durable when it returns. */
public interface Noticeboard {
    void publish(Seal seal);

    void publish(DaySeal day);
}

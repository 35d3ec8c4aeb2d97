package io.wangge.ledger.desk;

import java.util.List;

/** The gaps in the streams that the ledger writes down. */
public interface Gaps {
    /** Oldest first. */
    List<Gap> list(int most);
}

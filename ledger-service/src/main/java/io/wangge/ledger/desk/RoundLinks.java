package io.wangge.ledger.desk;

import io.wangge.ledger.callback.RoundLink;
import java.util.Optional;

/** The links that were given out. */
public interface RoundLinks {
    void keep(RoundLink link);

    Optional<RoundLink> find(String id);
}

package io.wangge.ledger.desk;

import io.wangge.ledger.callback.RoundLink;
import java.util.List;
import java.util.Optional;

/** The links that were given out. */
public interface RoundLinks {
    void keep(RoundLink link);

    /** As {@link #keep} for many; those that are kept already stay as they are. */
    void keepAll(List<RoundLink> links);

    Optional<RoundLink> find(String id);
}

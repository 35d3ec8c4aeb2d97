package io.wangge.ledger.score;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appeals as they are looked for. */
public interface Appeals {
    int MOST = 1000;

    /** Of these units and all below them, granted, of this month; oldest first. */
    List<Appeal> granted(Collection<String> units, YearMonth month);

    /** Of these units and all below them. @param month null for any @param open whether they wait for a ruling; null for both */
    List<Appeal> of(Collection<String> units, @Nullable YearMonth month, @Nullable Boolean open);
}

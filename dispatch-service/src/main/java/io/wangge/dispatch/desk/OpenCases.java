package io.wangge.dispatch.desk;

import io.wangge.dispatch.casefile.Case;
import io.wangge.kit.store.Stored;
import java.util.List;
import java.util.Set;

/** Port: the open cases of some places. */
public interface OpenCases {
    /**
     * @param units grids, or whatever lies above them
     * @param category subclass
     */
    List<Stored<Case>> in(Set<String> units, String category, int atMost);
}

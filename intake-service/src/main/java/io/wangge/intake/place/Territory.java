package io.wangge.intake.place;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose ground a report lies on: decides who may read it. */
public final class Territory {
    private Territory() {}

    /**
     * Ids from the top down to the grid; only the top for a report outside every grid, or of a grid that has been
     * dissolved since.
     */
    public static List<String> pathOf(@Nullable String gridCode, Directory directory) {
        if (gridCode == null) {
            return directory.top().path();
        }
        return directory
                .grid(gridCode)
                .flatMap(grid -> directory.unit(grid.id()))
                .map(UnitItem::path)
                .orElseGet(() -> directory.top().path());
    }
}

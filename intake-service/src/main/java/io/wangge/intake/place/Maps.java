package io.wangge.intake.place;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryKind;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The map of the directory's present grids, drawn anew when their version changes. */
public final class Maps {
    private final AtomicReference<@Nullable Drawn> latest = new AtomicReference<>();

    private record Drawn(long version, GridMap map) {}

    /** Two threads that meet a new version may both draw it; either map is right. */
    public GridMap of(Directory directory) {
        long version = directory.version(DirectoryKind.GRID);
        Drawn drawn = latest.get();
        if (drawn == null || drawn.version() != version) {
            drawn = new Drawn(version, GridMap.of(directory.grids()));
            latest.set(drawn);
        }
        return drawn.map();
    }
}

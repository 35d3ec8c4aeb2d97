package io.wangge.gateway.screen;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a screen may ask for, and who may give one out. */
public final class ScreenReach {
    private static final List<Role> GIVERS = List.of(Role.ADMIN, Role.LEADER);
    private static final String BOARDS = "/api/v1/boards/";
    /** Outlines of the grids, names of categories, units and levels: the same for everybody who works there. */
    private static final Set<String> BESIDE =
            Set.of("/api/v1/directory/grids", "/api/v1/directory/categories", "/api/v1/directory/units");

    private ScreenReach() {}

    /** Reading alone; any other unit's board is out of reach. @param unitId of the screen */
    public static boolean mayAsk(String unitId, String method, String path) {
        String board = BOARDS + unitId;
        return method.equals("GET") && (path.equals(board) || path.equals(board + "/stream") || BESIDE.contains(path));
    }

    /** ADMIN and LEADER of the unit, or of one above it: at the moment of the call, so that a revocation works at once. */
    public static Optional<UnitItem> givenOut(Caller caller, String unitId, Directory directory) {
        return directory.unit(unitId).filter(unit -> covers(caller, unit));
    }

    public static boolean mayGive(Caller caller) {
        return GIVERS.stream().anyMatch(caller::has);
    }

    public static boolean covers(Caller caller, UnitItem unit) {
        return GIVERS.stream().anyMatch(role -> caller.covers(role, unit.path()));
    }
}

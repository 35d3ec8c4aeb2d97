package io.wangge.dispatch.directory;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.List;
import java.util.Optional;

/** Finds who leads: "lead" in a rule or category is a kind of department (design.md, decision 9). */
public final class Departments {
    /** The territorial unit itself holds. */
    public static final String COMMUNITY_ITSELF = "社区";

    /** A person names the unit. */
    public static final String NAMED_BY_DISPATCHER = "责任单位";

    private Departments() {}

    /**
     * The nearest department of {@code kind} upward from a unit.
     *
     * @param path of the unit to start from, ids from the top down
     */
    public static Optional<UnitItem> nearest(Directory directory, List<String> path, String kind) {
        return path.reversed().stream()
                .flatMap(unitId -> directory.childrenOf(unitId).stream())
                .filter(unit -> kind.equals(unit.departmentKind()))
                .findFirst();
    }
}

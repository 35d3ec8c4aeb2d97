package io.wangge.dispatch.routing;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The command centres: units that have a dispatcher of their own. The top unit is one in any case. */
public final class Desks {
    private final Set<String> unitsWithDispatcher;
    private final UnitItem top;

    public Desks(Directory directory) {
        this.unitsWithDispatcher = directory.staff().stream()
                .flatMap(staff -> staff.grants().stream())
                .filter(grant -> grant.role() == Role.DISPATCHER)
                .flatMap(grant -> grant.unitIds().stream())
                .collect(Collectors.toUnmodifiableSet());
        this.top = directory.top();
    }

    /** Path of the nearest desk upward from the unit at the end of {@code path}. */
    public List<String> nearest(List<String> path) {
        for (int end = path.size(); end > 0; end--) {
            if (unitsWithDispatcher.contains(path.get(end - 1))) {
                return List.copyOf(path.subList(0, end));
            }
        }
        return top();
    }

    public List<String> top() {
        return top.path();
    }
}

package io.wangge.dispatch.directory;

import io.wangge.contracts.Level;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One tree, its levels those of the ladder. */
final class UnitCheck {
    private UnitCheck() {}

    static List<Finding> check(Directory directory) {
        List<Finding> findings = new ArrayList<>();
        Set<String> levels =
                directory.ladder().levels().stream().map(Level::code).collect(Collectors.toSet());
        long tops = directory.units().stream()
                .filter(unit -> unit.parentId() == null)
                .count();
        if (tops != 1) {
            findings.add(new Finding("units", "there must be one unit without a parent, not " + tops));
        }
        for (UnitItem unit : directory.units()) {
            String where = "unit " + unit.id();
            if (!levels.contains(unit.level())) {
                findings.add(new Finding(where, "no level " + unit.level() + " on the ladder"));
            } else if (!pathOf(unit, directory).equals(unit.path())) {
                findings.add(new Finding(where, "its path does not lead from the top through its parent"));
            } else {
                checkPlace(unit, directory).ifPresent(words -> findings.add(new Finding(where, words)));
            }
        }
        return findings;
    }

    /** What the parent's path and the unit's id make; empty when the parent is not there. */
    private static List<String> pathOf(UnitItem unit, Directory directory) {
        if (unit.parentId() == null) {
            return List.of(unit.id());
        }
        Optional<UnitItem> parent = directory.unit(unit.parentId());
        if (parent.isEmpty()) {
            return List.of();
        }
        List<String> path = new ArrayList<>(parent.get().path());
        path.add(unit.id());
        return path;
    }

    private static Optional<String> checkPlace(UnitItem unit, Directory directory) {
        Optional<UnitItem> parent = Optional.ofNullable(unit.parentId()).flatMap(directory::unit);
        if (unit.territorial() && unit.code() == null) {
            return Optional.of("a territorial unit needs a code, which its cases' numbers start with");
        }
        if (parent.isEmpty()) {
            return unit.territorial() ? Optional.empty() : Optional.of("a department belongs to a territorial unit");
        }
        if (!parent.get().territorial()) {
            return Optional.of("nothing lies below a department");
        }
        if (unit.territorial()) {
            return directory.ladder().isBelow(unit.level(), parent.get().level())
                    ? Optional.empty()
                    : Optional.of(
                            "its level must be below that of " + parent.get().id());
        }
        return unit.level().equals(parent.get().level())
                ? Optional.empty()
                : Optional.of("a department has the level of the unit that it belongs to");
    }
}

package io.wangge.dispatch.directory;

import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** Parents and children among units that nobody has checked yet: there may be loops, and parents that are not there. */
public final class UnitTree {
    private final Map<String, UnitItem> units = new HashMap<>();

    UnitTree(Collection<UnitItem> units) {
        units.forEach(unit -> this.units.putIfAbsent(unit.id(), unit));
    }

    /**
     * The same units with the paths that follow from their parents; one without a way to the top has a path of what there
     * is of it, which {@link UnitCheck} refuses.
     */
    public static List<UnitItem> withPaths(List<UnitItem> units) {
        UnitTree tree = new UnitTree(units);
        return units.stream()
                .map(unit -> new UnitItem(
                        unit.id(),
                        unit.version(),
                        unit.nameZh(),
                        unit.nameEn(),
                        unit.level(),
                        unit.departmentKind(),
                        unit.parentId(),
                        unit.code(),
                        tree.upward(unit).reversed().stream().toList()))
                .toList();
    }

    /** Ids from the unit upward, each once: ends at the top, before a parent that is not there, or where it closes a loop. */
    SequencedSet<String> upward(UnitItem unit) {
        SequencedSet<String> ids = new LinkedHashSet<>();
        Optional<UnitItem> at = Optional.of(unit);
        while (at.isPresent() && ids.add(at.get().id())) {
            at = parentOf(at.get());
        }
        return ids;
    }

    private Optional<UnitItem> parentOf(UnitItem unit) {
        return Optional.ofNullable(unit.parentId()).map(units::get);
    }

    /** The loop that this unit is part of, from it upward to itself; empty when it is in none. */
    List<String> loopAt(UnitItem unit) {
        List<String> way = new ArrayList<>(upward(unit));
        Optional<UnitItem> last = Optional.ofNullable(units.get(way.getLast())).flatMap(this::parentOf);
        if (last.isEmpty() || !last.get().id().equals(unit.id())) {
            return List.of();
        }
        way.add(unit.id());
        return Collections.unmodifiableList(way);
    }

    boolean has(String unitId) {
        return units.containsKey(unitId);
    }
}

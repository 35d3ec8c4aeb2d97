package io.wangge.dispatch.directory;

import io.wangge.contracts.Level;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One tree, its levels those of the ladder. */
final class UnitCheck {
    private UnitCheck() {}

    static List<Finding> check(Directory directory) {
        List<Finding> findings = new ArrayList<>(checkTree(directory));
        boolean isTree = findings.isEmpty();
        Set<String> levels =
                directory.ladder().levels().stream().map(Level::code).collect(Collectors.toSet());
        for (UnitItem unit : inOrder(directory)) {
            String where = "unit " + unit.id();
            if (!levels.contains(unit.level())) {
                findings.add(
                        new Finding(where, "no level " + unit.level() + " on the ladder", "层级表中没有层级 " + unit.level()));
            } else if (isTree && !pathOf(unit, directory).equals(unit.path())) {
                findings.add(
                        new Finding(where, "its path does not lead from the top through its parent", "路径与上级单位不一致"));
            } else {
                checkPlace(unit, directory, levels, where).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static List<UnitItem> inOrder(Directory directory) {
        return directory.units().stream()
                .sorted(Comparator.comparing(UnitItem::id))
                .toList();
    }

    /** One top, every parent there, no loop. */
    private static List<Finding> checkTree(Directory directory) {
        List<Finding> findings = new ArrayList<>();
        long tops = directory.units().stream()
                .filter(unit -> unit.parentId() == null)
                .count();
        if (tops != 1) {
            findings.add(new Finding(
                    "units",
                    "there must be one unit without a parent, not " + tops,
                    "应当只有一个没有上级的单位，现有 " + tops + " 个"));
        }
        UnitTree tree = new UnitTree(directory.units());
        for (UnitItem unit : inOrder(directory)) {
            if (unit.parentId() != null && !tree.has(unit.parentId())) {
                findings.add(new Finding(
                        "unit " + unit.id(),
                        "its parent " + unit.parentId() + " is not there",
                        "上级单位 " + unit.parentId() + " 不存在"));
            }
            List<String> loop = tree.loopAt(unit);
            // Said once for each loop.
            if (!loop.isEmpty() && Collections.min(loop).equals(unit.id())) {
                String way = String.join(" → ", loop);
                findings.add(new Finding("unit " + unit.id(), "its parents form a cycle: " + way, "上级关系成环：" + way));
            }
        }
        return findings;
    }

    /** What the parent's path and the unit's id make. */
    private static List<String> pathOf(UnitItem unit, Directory directory) {
        List<String> path = new ArrayList<>();
        Optional.ofNullable(unit.parentId()).flatMap(directory::unit).ifPresent(parent -> path.addAll(parent.path()));
        path.add(unit.id());
        return path;
    }

    private static Optional<Finding> checkPlace(UnitItem unit, Directory directory, Set<String> levels, String where) {
        Optional<UnitItem> parent = Optional.ofNullable(unit.parentId()).flatMap(directory::unit);
        if (unit.territorial() && unit.code() == null) {
            return Optional.of(new Finding(
                    where,
                    "a territorial unit needs a code, which its cases' numbers start with",
                    "地域单位必须有编码（案号以此开头）"));
        }
        if (parent.isEmpty()) {
            return unit.territorial()
                    ? Optional.empty()
                    : Optional.of(new Finding(where, "a department belongs to a territorial unit", "部门必须隶属于地域单位"));
        }
        if (!parent.get().territorial()) {
            return Optional.of(new Finding(where, "nothing lies below a department", "部门之下不能再设单位"));
        }
        String above = parent.get().id();
        if (!levels.contains(parent.get().level())) {
            return Optional.empty(); // said of the parent
        }
        if (unit.territorial()) {
            return directory.ladder().isBelow(unit.level(), parent.get().level())
                    ? Optional.empty()
                    : Optional.of(
                            new Finding(where, "its level must be below that of " + above, "层级必须低于上级单位 " + above));
        }
        return unit.level().equals(parent.get().level())
                ? Optional.empty()
                : Optional.of(new Finding(
                        where, "a department has the level of the unit that it belongs to", "部门的层级应与所属单位相同"));
    }
}

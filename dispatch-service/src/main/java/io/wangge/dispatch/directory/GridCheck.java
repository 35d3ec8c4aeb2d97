package io.wangge.dispatch.directory;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A grid is a unit of the lowest level with a code in the district's form, and ground that is its own. */
final class GridCheck {
    private final Directory directory;
    private final DistrictSettings settings;
    private final Optional<Pattern> codes;
    private final List<Finding> findings = new ArrayList<>();

    private GridCheck(Directory directory, DistrictSettings settings) {
        this.directory = directory;
        this.settings = settings;
        this.codes = Optional.ofNullable(settings.gridCode()).map(Pattern::compile);
    }

    static List<Finding> check(Directory directory, DistrictSettings settings) {
        return new GridCheck(directory, settings).all();
    }

    private List<Finding> all() {
        Set<String> units = new HashSet<>();
        Grounds grounds = new Grounds(settings.overlapTolerance());
        directory.grids().stream().sorted(Comparator.comparing(GridItem::code)).forEach(grid -> {
            String where = "grid " + grid.code();
            if (!units.add(grid.id())) {
                findings.add(
                        new Finding(where, "another grid has the same unit " + grid.id(), "另有网格使用同一单位 " + grid.id()));
            }
            checkCode(grid, where);
            checkUnit(grid, where);
            grounds.add(grid, where).ifPresent(findings::add);
        });
        findings.addAll(grounds.overlaps());
        return findings;
    }

    private void checkCode(GridItem grid, String where) {
        if (codes.isPresent() && !codes.get().matcher(grid.code()).matches()) {
            findings.add(new Finding(
                    where, "its code has not the form " + settings.gridCode(), "网格编码不符合本区格式 " + settings.gridCode()));
        }
        Optional<String> above = directory
                .unit(grid.id())
                .flatMap(unit -> Optional.ofNullable(unit.parentId()))
                .flatMap(directory::unit)
                .map(UnitItem::code);
        if (settings.gridCodeNested() && above.isPresent() && !grid.code().startsWith(above.get())) {
            findings.add(new Finding(
                    where,
                    "its code does not begin with that of the unit above it, " + above.get(),
                    "网格编码应以上级单位编码 " + above.get() + " 开头"));
        }
    }

    private void checkUnit(GridItem grid, String where) {
        Optional<UnitItem> unit = directory.unit(grid.id());
        String lowest = directory.ladder().levels().getFirst().code();
        if (unit.isEmpty()) {
            findings.add(new Finding(where, "no unit " + grid.id(), "没有单位 " + grid.id()));
        } else if (!unit.get().territorial() || !unit.get().level().equals(lowest)) {
            findings.add(new Finding(
                    where,
                    "unit " + grid.id() + " is no territorial unit of level " + lowest,
                    "单位 " + grid.id() + " 不是最低层级 " + lowest + " 的地域单位"));
        }
    }
}

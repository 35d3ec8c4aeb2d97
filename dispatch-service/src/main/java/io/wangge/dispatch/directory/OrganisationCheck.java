package io.wangge.dispatch.directory;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.Level;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold in an organisation before anything is decided by it. */
public final class OrganisationCheck {
    private OrganisationCheck() {}

    /** As the district has said nothing of its own. */
    public static List<Finding> check(Collection<? extends Item> items) {
        return check(items, DistrictSettings.USUAL);
    }

    /** @return everything that is wrong, kind by kind; empty when all is well */
    public static List<Finding> check(Collection<? extends Item> items, DistrictSettings settings) {
        List<Finding> findings = new ArrayList<>(checkIds(items));
        List<LadderItem> ladders = items.stream()
                .filter(LadderItem.class::isInstance)
                .map(LadderItem.class::cast)
                .toList();
        if (ladders.size() != 1) {
            findings.add(new Finding("ladder", "there must be exactly one", "层级表必须有且只有一个"));
            return findings;
        }
        List<Finding> steps = checkLadder(ladders.getFirst().ladder());
        findings.addAll(steps);
        if (!steps.isEmpty()) {
            return findings;
        }
        Directory directory = Directory.of(items);
        List<Finding> form = settings.check();
        findings.addAll(form);
        findings.addAll(UnitCheck.check(directory));
        if (form.isEmpty()) {
            findings.addAll(GridCheck.check(directory, settings));
        }
        findings.addAll(CategoryCheck.check(directory));
        directory.staff().stream()
                .sorted(Comparator.comparing(StaffItem::id))
                .forEach(staff -> findings.addAll(checkStaff(staff, directory)));
        return findings;
    }

    /** Each level once; each ceiling is one of them. */
    private static List<Finding> checkLadder(Ladder ladder) {
        List<Finding> findings = new ArrayList<>();
        Set<String> levels = new HashSet<>();
        ladder.levels().stream()
                .map(Level::code)
                .filter(code -> !levels.add(code))
                .forEach(code ->
                        findings.add(new Finding("ladder", "level " + code + " stands twice", "层级 " + code + " 重复")));
        if (levels.isEmpty()) {
            findings.add(new Finding("ladder", "it has no level", "层级表没有层级"));
        }
        ladder.ceilings().forEach((scale, level) -> {
            if (!levels.contains(level)) {
                findings.add(new Finding(
                        "ladder",
                        "the ceiling of scale " + scale + " is a level that is not there: " + level,
                        "事权 " + scale + " 的上限层级 " + level + " 不存在"));
            }
        });
        return findings;
    }

    private static List<Finding> checkIds(Collection<? extends Item> items) {
        Set<String> ids = new HashSet<>();
        Set<String> codes = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        items.stream()
                .filter(GridItem.class::isInstance)
                .map(item -> ((GridItem) item).code())
                .filter(code -> !codes.add(code))
                .forEach(code -> findings.add(new Finding("grid " + code, "the code stands twice", "网格编码重复")));
        items.stream()
                .map(item -> item.kind() + " " + item.id())
                .filter(id -> !ids.add(id))
                .map(id -> new Finding(id, "the id stands twice", "编号重复"))
                .forEach(findings::add);
        return findings;
    }

    /** A person has a role, and every role is scoped to units that exist (domain.md, Staff). */
    private static List<Finding> checkStaff(StaffItem staff, Directory directory) {
        List<Finding> findings = new ArrayList<>();
        String where = "staff " + staff.id();
        if (staff.grants().isEmpty()) {
            findings.add(new Finding(where, "no role and no unit: a person without scope", "没有角色和管辖单位"));
        }
        staff.grants().forEach(grant -> {
            if (grant.unitIds().isEmpty()) {
                findings.add(new Finding(where, grant.role() + " without a unit", "角色 " + grant.role() + " 没有管辖单位"));
            }
            grant.unitIds().stream()
                    .filter(unitId -> directory.unit(unitId).isEmpty())
                    .forEach(unitId -> findings.add(new Finding(
                            where,
                            grant.role() + " in a unit that is not there: " + unitId,
                            "角色 " + grant.role() + " 的管辖单位不存在：" + unitId)));
        });
        return findings;
    }
}

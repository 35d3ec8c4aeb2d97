package io.wangge.dispatch.directory;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold in an organisation before anything is decided by it. */
public final class OrganisationCheck {
    private OrganisationCheck() {}

    /** @return what is wrong, in the order of the items; empty when all is well */
    public static List<Finding> check(Collection<? extends Item> items) {
        List<Finding> findings = new ArrayList<>(checkIds(items));
        if (items.stream().filter(LadderItem.class::isInstance).count() != 1) {
            findings.add(new Finding("ladder", "there must be exactly one"));
            return findings;
        }
        Directory directory = Directory.of(items);
        findings.addAll(UnitCheck.check(directory));
        if (findings.isEmpty()) {
            findings.addAll(GridCheck.check(directory));
            findings.addAll(CategoryCheck.check(directory));
            directory.staff().forEach(staff -> findings.addAll(checkStaff(staff, directory)));
        }
        return findings;
    }

    private static List<Finding> checkIds(Collection<? extends Item> items) {
        Set<String> ids = new HashSet<>();
        return items.stream()
                .map(item -> item.kind() + " " + item.id())
                .filter(id -> !ids.add(id))
                .map(id -> new Finding(id, "the id stands twice"))
                .toList();
    }

    /** Every role of a person is scoped to units that exist (domain.md, Staff). */
    private static List<Finding> checkStaff(StaffItem staff, Directory directory) {
        List<Finding> findings = new ArrayList<>();
        staff.grants().forEach(grant -> {
            if (grant.unitIds().isEmpty()) {
                findings.add(new Finding("staff " + staff.id(), grant.role() + " without a unit"));
            }
            grant.unitIds().stream()
                    .filter(unitId -> directory.unit(unitId).map(UnitItem::id).isEmpty())
                    .forEach(unitId -> findings.add(new Finding(
                            "staff " + staff.id(), grant.role() + " in a unit that is not there: " + unitId)));
        });
        return findings;
    }
}

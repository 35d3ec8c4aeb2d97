package io.wangge.dispatch.routing;

import io.wangge.contracts.Level;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.directory.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A mandate names what is there, and no two of a kind hold on one day for the same category in the same place. */
public final class MandateCheck {
    private MandateCheck() {}

    public static List<Finding> check(List<Mandate> mandates, Directory directory) {
        List<Finding> findings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < mandates.size(); i++) {
            Mandate mandate = mandates.get(i);
            String where = "mandate " + mandate.id();
            if (!ids.add(mandate.id())) {
                findings.add(new Finding(where, "the id stands twice", "编号重复"));
            }
            checkNames(mandate, directory, where, findings);
            if (mandate.to() != null && mandate.to().isBefore(mandate.from())) {
                findings.add(new Finding(where, "it ends before it begins", "结束日期早于开始日期"));
            }
            mandates.subList(0, i).stream()
                    .filter(mandate::collidesWith)
                    .forEach(other -> findings.add(new Finding(
                            where,
                            "it holds on the same days as mandate " + other.id(),
                            "与 " + other.id() + " 在同一日期同时有效")));
        }
        return findings;
    }

    private static void checkNames(Mandate mandate, Directory directory, String where, List<Finding> findings) {
        String category = mandate.category();
        if (directory.category(category).isEmpty()) {
            findings.add(new Finding(where, "no category " + category, "没有类别 " + category));
        }
        String level = mandate.level();
        if (directory.ladder().levels().stream().map(Level::code).noneMatch(level::equals)) {
            findings.add(new Finding(where, "no level " + level + " on the ladder", "层级表中没有层级 " + level));
        }
        String unitId = mandate.unitId();
        if (unitId != null
                && directory.unit(unitId).filter(UnitItem::territorial).isEmpty()) {
            findings.add(new Finding(where, "no territorial unit " + unitId, "没有地域单位 " + unitId));
        }
    }
}

package io.wangge.dispatch.directory;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rosters and contacts name people and places that are there; one person for a task of a unit on a day. */
public final class RosterCheck {
    private RosterCheck() {}

    public static List<Finding> duties(List<DutySpan> spans, Directory directory) {
        List<Finding> findings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < spans.size(); i++) {
            DutySpan span = spans.get(i);
            String where = "duty-roster " + span.id();
            if (!ids.add(span.id())) {
                findings.add(new Finding(where, "the id stands twice", "编号重复"));
            }
            if (directory.unit(span.unitId()).isEmpty()) {
                findings.add(new Finding(where, "no unit " + span.unitId(), "没有单位 " + span.unitId()));
            }
            checkPerson(span.staffId(), directory, where, findings);
            if (span.to().isBefore(span.from())) {
                findings.add(new Finding(where, "it ends before it begins", "结束日期早于开始日期"));
            }
            spans.subList(0, i).stream()
                    .filter(span::collidesWith)
                    .forEach(other -> findings.add(new Finding(
                            where,
                            "line " + other.id() + " has the same duty on the same days",
                            "与 " + other.id() + " 在同一日期重复")));
        }
        return findings;
    }

    public static List<Finding> contacts(List<GridContact> contacts, Directory directory) {
        Set<String> grids = directory.grids().stream().map(GridItem::id).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (GridContact contact : contacts) {
            String where = "grid-contact " + contact.id();
            if (!ids.add(contact.id())) {
                findings.add(new Finding(where, "the grid has a contact already", "该网格已有联系人"));
            }
            if (!grids.contains(contact.id())) {
                findings.add(new Finding(where, "no grid " + contact.id(), "没有网格 " + contact.id()));
            }
            checkPerson(contact.staffId(), directory, where, findings);
        }
        return findings;
    }

    private static void checkPerson(String staffId, Directory directory, String where, List<Finding> findings) {
        if (directory.caller(staffId).isEmpty()) {
            findings.add(new Finding(where, "no member of staff " + staffId, "没有工作人员 " + staffId));
        }
    }
}

package io.wangge.ledger.score;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 考核办法: how the units of one level, the departments of one kind, or the staff of one role are scored (systems.md
 * S24).
 *
 * @param id kebab-case, such as {@code street}
 * @param level code of the level whose territorial units it scores; null with the others
 * @param departmentKind such as 环卫; null with the others
 * @param role code of the staff's, such as GRID_WORKER; by the cases that they took in (首问责任人); null with the others
 * @param appealDays natural days after a month's end in which its overdues may be appealed
 * @param lines their weights are percents and add up to 100
 */
public record Formula(
        String id,
        String zh,
        String en,
        @Nullable String level,
        @Nullable String departmentKind,
        @Nullable String role,
        int appealDays,
        List<FormulaLine> lines) {
    public Formula {
        lines = List.copyOf(lines);
    }

    public boolean scores(UnitItem unit) {
        if (role != null) {
            return false;
        }
        return departmentKind == null
                ? unit.territorial() && unit.level().equals(level)
                : departmentKind.equals(unit.departmentKind());
    }

    /** The path of the unit for which the person has the role; empty for a person that is not scored. */
    List<String> pathOf(StaffItem person, Directory directory) {
        return person.grants().stream()
                .filter(grant -> grant.role().name().equals(role))
                .flatMap(grant -> grant.unitIds().stream())
                .flatMap(unit -> directory.unit(unit).stream())
                .map(UnitItem::path)
                .findFirst()
                .orElse(List.of());
    }

    /** Whether anybody is scored by it today. */
    boolean scoresAnyone(Directory directory) {
        return role == null
                ? directory.units().stream().anyMatch(this::scores)
                : directory.staff().stream()
                        .anyMatch(person -> !pathOf(person, directory).isEmpty());
    }
}

package io.wangge.ledger.score;

import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 考核办法: how the units of one level, or the departments of one kind, are scored (systems.md S24).
 *
 * @param id kebab-case, such as {@code street}
 * @param level code of the level whose territorial units it scores; null with {@code departmentKind}
 * @param departmentKind such as 环卫; null with {@code level}
 * @param appealDays natural days after a month's end in which its overdues may be appealed
 * @param lines their weights are percents and add up to 100
 */
public record Formula(
        String id,
        String zh,
        String en,
        @Nullable String level,
        @Nullable String departmentKind,
        int appealDays,
        List<FormulaLine> lines) {
    public Formula {
        lines = List.copyOf(lines);
    }

    public boolean scores(UnitItem unit) {
        return departmentKind == null
                ? unit.territorial() && unit.level().equals(level)
                : departmentKind.equals(unit.departmentKind());
    }
}

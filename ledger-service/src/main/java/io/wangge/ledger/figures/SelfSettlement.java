package io.wangge.ledger.figures;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.ledger.figures.FigureShelf.Group;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * 自行解决率: closed at that level or below, of all that was closed (小事不出社区, 大事不出街道). By level for each level;
 * by unit, and for the total, for the unit's own level. Other splits have none.
 */
final class SelfSettlement {
    private SelfSettlement() {}

    static Map<String, FigureValue> of(
            FigureDesk.Ask ask,
            Map<String, Tally> groups,
            Directory directory,
            Function<Collection<String>, Map<Group, Tally>> byLevel) {
        Map<String, FigureValue> values = new HashMap<>();
        switch (ask.by()) {
            case LEVEL -> groups.keySet().forEach(level -> values.put(level, value(groups, level, directory)));
            case TOTAL, UNIT, GRID -> {
                Map<String, String> unitOf = new HashMap<>();
                groups.keySet()
                        .forEach(key ->
                                unitOf.put(key, key.equals("*") ? ask.unit().id() : key));
                Map<Group, Tally> sums = byLevel.apply(Set.copyOf(unitOf.values()));
                unitOf.forEach((key, unit) -> directory
                        .unit(unit)
                        .map(UnitItem::level)
                        .ifPresent(level -> values.put(key, value(of(unit, sums), level, directory))));
            }
            case WORKER, CATEGORY, KIND, CHANNEL -> {}
        }
        return values;
    }

    private static Map<String, Tally> of(String unit, Map<Group, Tally> sums) {
        Map<String, Tally> levels = new HashMap<>();
        sums.forEach((group, tally) -> {
            if (group.unit().equals(unit)) {
                levels.put(group.value(), tally);
            }
        });
        return levels;
    }

    private static FigureValue value(Map<String, Tally> levels, String level, Directory directory) {
        List<String> upTo = FigureDesk.upTo(level, directory);
        BigDecimal here = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (Map.Entry<String, Tally> each : levels.entrySet()) {
            BigDecimal closed = each.getValue().of(Measure.CLOSED, Map.of());
            all = all.add(closed);
            here = upTo.contains(each.getKey()) ? here.add(closed) : here;
        }
        return FigureValue.rate(Figure.SELF_SETTLEMENT_RATE, here, all);
    }
}

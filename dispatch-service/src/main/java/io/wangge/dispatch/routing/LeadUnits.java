package io.wangge.dispatch.routing;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.List;
import java.util.Optional;

/**
 * Finds the unit that a kind of department stands for (design.md, decision 9): up to the lowest ceiling of the ladder,
 * and for 社区, the territorial unit itself holds; above it the department of that kind.
 */
public final class LeadUnits {
    /** The kind that means the territorial unit itself. */
    public static final String TERRITORIAL = "社区";
    /** The kind that means whoever is responsible: a dispatcher names the unit. */
    public static final String NAMED_BY_DISPATCHER = "责任单位";
    /** The same, said in a rule about assets: the owning unit, where the report names an asset (权属单位). */
    public static final String OWNER = "owner";

    static boolean isResponsibleUnit(String lead) {
        return lead.equals(NAMED_BY_DISPATCHER) || lead.equals(OWNER);
    }

    private final Directory directory;

    public LeadUnits(Directory directory) {
        this.directory = directory;
    }

    /**
     * The nearest such unit, looking upward from {@code level}, no higher than {@code ceiling}.
     *
     * @param path ids from the top unit down, of the place or the holder to start from
     */
    public Optional<UnitItem> nearest(List<String> path, String level, String lead, String ceiling) {
        Ladder ladder = directory.ladder();
        Optional<String> at = Optional.of(level);
        while (at.isPresent()) {
            String here = at.get();
            Optional<UnitItem> found = at(path, here, lead);
            if (found.isPresent()) {
                return found;
            }
            at = ladder.above(here).map(above -> above.code()).filter(above -> !ladder.isBelow(ceiling, above));
        }
        return Optional.empty();
    }

    /** The nearest department of a kind, looking upward from {@code level}, no higher than {@code ceiling}. */
    Optional<UnitItem> departmentUpward(List<String> path, String level, String kind, String ceiling) {
        Ladder ladder = directory.ladder();
        Optional<String> at = Optional.of(level);
        while (at.isPresent()) {
            String here = at.get();
            Optional<UnitItem> found = territorial(path, here).flatMap(unit -> department(unit, kind));
            if (found.isPresent()) {
                return found;
            }
            at = ladder.above(here).map(above -> above.code()).filter(above -> !ladder.isBelow(ceiling, above));
        }
        return Optional.empty();
    }

    /** The unit that leads at exactly this level, none when there is no such department. */
    public Optional<UnitItem> at(List<String> path, String level, String lead) {
        Optional<UnitItem> ground = territorial(path, level);
        return lead.equals(TERRITORIAL) || territoryHoldsAt(level)
                ? ground
                : ground.flatMap(unit -> department(unit, lead));
    }

    /** The territorial unit of this level on the path. */
    public Optional<UnitItem> territorial(List<String> path, String level) {
        return path.stream()
                .flatMap(id -> directory.unit(id).stream())
                .filter(unit -> unit.territorial() && unit.level().equals(level))
                .findFirst();
    }

    private Optional<UnitItem> department(UnitItem ground, String kind) {
        return directory.childrenOf(ground.id()).stream()
                .filter(unit -> kind.equals(unit.departmentKind()))
                .min((a, b) -> a.id().compareTo(b.id()));
    }

    /** Community level and below, said without its name: no ceiling lies under it. */
    private boolean territoryHoldsAt(String level) {
        Ladder ladder = directory.ladder();
        return ladder.ceilings().values().stream().noneMatch(ceiling -> ladder.isBelow(ceiling, level));
    }
}

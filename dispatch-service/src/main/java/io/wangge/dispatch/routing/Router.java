package io.wangge.dispatch.routing;

import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.clock.BusinessCalendar;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says where a new matter goes. A matter is never refused: what no rule can place goes to a person, with the reason. */
public final class Router {
    private static final LocalTime NIGHT_FROM = LocalTime.of(22, 0);
    private static final LocalTime NIGHT_TO = LocalTime.of(6, 0);

    private final CompiledRuleBook ruleBook;
    private final Directory directory;
    private final BusinessCalendar calendar;
    private final LeadUnits leadUnits;
    private final Desks desks;

    /** @throws BrokenRuleBook when a rule sends to a level that the ladder does not have */
    public Router(CompiledRuleBook ruleBook, Directory directory, BusinessCalendar calendar) {
        this.ruleBook = ruleBook.checkedAgainst(directory.ladder());
        this.directory = directory;
        this.calendar = calendar;
        this.leadUnits = new LeadUnits(directory);
        this.desks = new Desks(directory);
    }

    public Desks desks() {
        return desks;
    }

    /** Ids from the top down to the grid of the matter, or only the top when it lies in none. */
    public List<String> territoryOf(Matter matter) {
        return grid(matter).map(UnitItem::path).orElseGet(desks::top);
    }

    public Route route(Matter matter) {
        Optional<UnitItem> grid = grid(matter);
        if (grid.isEmpty()) {
            return new Route.ToDesk(desks.top(), new RouteReason("outside-every-grid", null, ruleBook.version()));
        }
        List<String> path = grid.get().path();
        Optional<CategoryItem> category = Optional.ofNullable(matter.category()).flatMap(directory::category);
        if (category.isEmpty()) {
            return toDesk(path, "unknown-category", null);
        }
        if (category.get().retired()) {
            return toDesk(path, "retired-category", null);
        }
        return ruleBook.firstMatch(question(matter, category.get(), grid.get()))
                .map(match -> match.failed()
                        ? toDesk(path, "rule-failed", match.rule())
                        : follow(match.rule(), category.get(), path))
                .orElseGet(() -> toDesk(path, "no-rule-matched", null));
    }

    private Route follow(Rule rule, CategoryItem category, List<String> path) {
        RuleOutcome outcome = rule.outcome();
        String lead = Objects.requireNonNullElse(outcome.lead(), category.leadKind());
        if (outcome.personDecides() || lead.equals(LeadUnits.NAMED_BY_DISPATCHER)) {
            return toDesk(path, "person-decides", rule);
        }
        String level = Objects.requireNonNullElse(outcome.level(), category.usualLevel());
        return leadUnits
                .nearest(path, level, lead, highest(level, category))
                .<Route>map(unit -> new Route.ToUnit(unit, category, reason("rule", rule)))
                .orElseGet(() -> toDesk(path, "no-unit-found", rule));
    }

    /** Looking upward stops at the ceiling (小事不出社区, 大事不出街道), unless the rule itself names a higher level. */
    private String highest(String level, CategoryItem category) {
        String ceiling = directory.ladder().ceilingOf(category.scale()).code();
        return directory.ladder().isBelow(ceiling, level) ? level : ceiling;
    }

    private Route toDesk(List<String> path, String code, @Nullable Rule rule) {
        return new Route.ToDesk(desks.nearest(path), reason(code, rule));
    }

    private RouteReason reason(String code, @Nullable Rule rule) {
        return new RouteReason(code, rule == null ? null : rule.id(), ruleBook.version());
    }

    private Optional<UnitItem> grid(Matter matter) {
        return Optional.ofNullable(matter.gridCode())
                .flatMap(directory::grid)
                .flatMap(grid -> directory.unit(grid.id()));
    }

    private RouteQuestion question(Matter matter, CategoryItem category, UnitItem grid) {
        LocalTime time = LocalTime.ofInstant(matter.receivedAt(), calendar.zone());
        return new RouteQuestion(
                category.id(),
                category.id().substring(0, Math.min(2, category.id().length())),
                category.scale(),
                category.usualLevel(),
                category.leadKind(),
                grid.code() == null ? grid.id() : grid.code(),
                grid.path(),
                matter.urgency(),
                matter.channel(),
                matter.nature(),
                !time.isBefore(NIGHT_FROM) || time.isBefore(NIGHT_TO),
                calendar.isWorkday(matter.receivedAt()));
    }
}

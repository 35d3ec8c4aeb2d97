package io.wangge.dispatch.routing;

import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.directory.Asset;
import io.wangge.dispatch.directory.Assets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says where a new matter goes. A matter is never refused: what no rule can place goes to a person, with the reason. */
public final class Router {
    private final CompiledRuleBook ruleBook;
    private final Directory directory;
    private final BusinessCalendar calendar;
    private final LeadUnits leadUnits;
    private final Desks desks;
    private final Mandates mandates;
    private final Questions questions;
    private final Assets assets;

    /** @throws BrokenRuleBook when a rule sends to a level that the ladder does not have */
    public Router(CompiledRuleBook ruleBook, Directory directory, BusinessCalendar calendar) {
        this(ruleBook, directory, calendar, List.of());
    }

    /**
     * @param mandates who is competent for what from when on, in place of what the categories say
     * @throws BrokenRuleBook when a rule sends to a level that the ladder does not have
     */
    public Router(CompiledRuleBook ruleBook, Directory directory, BusinessCalendar calendar, List<Mandate> mandates) {
        this(ruleBook, directory, calendar, mandates, Assets.NONE);
    }

    /**
     * @param mandates who is competent for what from when on, in place of what the categories say
     * @param assets whose owners hold what is reported of them
     * @throws BrokenRuleBook when a rule sends to a level that the ladder does not have
     */
    public Router(
            CompiledRuleBook ruleBook,
            Directory directory,
            BusinessCalendar calendar,
            List<Mandate> mandates,
            Assets assets) {
        this.ruleBook = ruleBook.checkedAgainst(directory.ladder());
        this.directory = directory;
        this.calendar = calendar;
        this.leadUnits = new LeadUnits(directory);
        this.desks = new Desks(directory);
        this.mandates = new Mandates(mandates);
        this.questions = new Questions(directory, calendar);
        this.assets = assets;
    }

    public Desks desks() {
        return desks;
    }

    /** Ids from the top down to the grid of the matter, or only the top when it lies in none. */
    public List<String> territoryOf(Matter matter) {
        return grid(matter).map(UnitItem::path).orElseGet(desks::top);
    }

    public Route route(Matter matter) {
        return explain(matter).route();
    }

    /** As {@link #route}, with all that led there. */
    public Explanation explain(Matter matter) {
        Optional<UnitItem> grid = grid(matter);
        if (grid.isEmpty()) {
            return unasked(new Route.ToDesk(
                    desks.top(), new RouteReason("outside-every-grid", null, ruleBook.version()), RouteOrders.NONE));
        }
        List<String> path = grid.get().path();
        Optional<Asset> asset = assets.find(matter.assetId());
        if (matter.assetId() != null && asset.isEmpty()) {
            return unasked(toDesk(path, "unknown-asset", null));
        }
        Optional<CategoryItem> category = categoryOf(matter).flatMap(directory::category);
        if (category.isEmpty()) {
            return unasked(toDesk(path, "unknown-category", null));
        }
        if (category.get().retired()) {
            return unasked(toDesk(path, "retired-category", null));
        }
        RouteQuestion question = questions.of(matter, category.get(), grid.get());
        LocalDate day = LocalDate.ofInstant(matter.receivedAt(), calendar.zone());
        Optional<Mandate> mandate = mandates.of(category.get().id(), path, day);
        Optional<CompiledRuleBook.Match> match = ruleBook.firstMatch(question);
        Route route = match.map(it -> it.failed()
                        ? toDesk(path, "rule-failed", it.rule())
                        : follow(it.rule(), category.get(), mandate, path, asset))
                .orElseGet(() -> toDesk(path, "no-rule-matched", null));
        return new Explanation(route, Optional.of(question), match.map(CompiledRuleBook.Match::rule), mandate);
    }

    /**
     * Whom the category, or a mandate, names: what a dispatcher is shown where the rules ask a person. It decides nothing.
     *
     * @return empty where the place or the category is not known, or only a person can say who is responsible
     */
    public Optional<UnitItem> usualUnit(Matter matter) {
        Optional<UnitItem> grid = grid(matter);
        Optional<CategoryItem> category =
                categoryOf(matter).flatMap(directory::category).filter(found -> !found.retired());
        if (grid.isEmpty() || category.isEmpty()) {
            return Optional.empty();
        }
        List<String> path = grid.get().path();
        LocalDate day = LocalDate.ofInstant(matter.receivedAt(), calendar.zone());
        Optional<Mandate> mandate = mandates.of(category.get().id(), path, day);
        String lead = mandate.map(Mandate::lead).orElse(category.get().leadKind());
        if (LeadUnits.isResponsibleUnit(lead)) {
            return assets.find(matter.assetId()).flatMap(asset -> directory.unit(asset.ownerId()));
        }
        String level = mandate.map(Mandate::level).orElse(category.get().usualLevel());
        return named(path, level, lead, category.get());
    }

    private static Explanation unasked(Route route) {
        return new Explanation(route, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The category in which the matter is looked at: the reporter's, else that of the asset. */
    public Optional<String> categoryOf(Matter matter) {
        return Optional.ofNullable(matter.category())
                .or(() -> assets.find(matter.assetId()).map(Asset::category));
    }

    /**
     * The rule's own words go before the owner of the asset, he before the mandate's, and these before the category's.
     * Whoever owns the asset is 责任单位, so that no dispatcher has to name it.
     */
    private Route follow(
            Rule rule, CategoryItem category, Optional<Mandate> mandate, List<String> path, Optional<Asset> asset) {
        RuleOutcome outcome = rule.outcome();
        String usualLead = mandate.map(Mandate::lead).orElse(category.leadKind());
        String usualLevel = mandate.map(Mandate::level).orElse(category.usualLevel());
        Optional<UnitItem> owner = asset.flatMap(it -> directory.unit(it.ownerId()));
        String lead = Objects.requireNonNullElse(
                outcome.lead(), owner.isPresent() ? LeadUnits.NAMED_BY_DISPATCHER : usualLead);
        boolean toOwner = owner.isPresent() && LeadUnits.isResponsibleUnit(lead);
        if (toOwner && !outcome.personDecides()) {
            return new Route.ToUnit(
                    owner.get(),
                    helpers(owner.get(), path, owner.get().level(), category, outcome),
                    category,
                    reason("asset-owner", rule),
                    outcome.orders());
        }
        if (outcome.personDecides() || LeadUnits.isResponsibleUnit(lead)) {
            return toDesk(path, "person-decides", rule);
        }
        String level = Objects.requireNonNullElse(outcome.level(), usualLevel);
        return named(path, level, lead, category)
                .<Route>map(unit -> new Route.ToUnit(
                        unit,
                        helpers(unit, path, level, category, outcome),
                        category,
                        reason("rule", rule),
                        outcome.orders()))
                .orElseGet(() -> toDesk(path, "no-unit-found", rule));
    }

    private Optional<UnitItem> named(List<String> path, String level, String lead, CategoryItem category) {
        return lead.startsWith(RuleOutcome.THIS_UNIT)
                ? directory.unit(lead.substring(RuleOutcome.THIS_UNIT.length()))
                : leadUnits.nearest(path, level, lead, highest(level, category));
    }

    /** 社区主办, 部门协办: helping lifts nothing over its ceiling, so the nearest department upward helps, however high. */
    private List<UnitItem> helpers(
            UnitItem lead, List<String> path, String level, CategoryItem category, RuleOutcome outcome) {
        String top = directory.ladder().top().code();
        List<UnitItem> helpers = new ArrayList<>();
        for (String selector : outcome.orders().helpers()) {
            boolean oneUnit = selector.startsWith(RuleOutcome.THIS_UNIT) || selector.equals(LeadUnits.TERRITORIAL);
            (oneUnit ? named(path, level, selector, category) : leadUnits.departmentUpward(path, level, selector, top))
                    .filter(unit -> !unit.equals(lead) && !helpers.contains(unit))
                    .ifPresent(helpers::add);
        }
        return List.copyOf(helpers);
    }

    /** Looking upward stops at the ceiling (小事不出社区, 大事不出街道), unless the rule itself names a higher level. */
    private String highest(String level, CategoryItem category) {
        String ceiling = directory.ladder().ceilingOf(category.scale()).code();
        return directory.ladder().isBelow(ceiling, level) ? level : ceiling;
    }

    private Route toDesk(List<String> path, String code, @Nullable Rule rule) {
        return new Route.ToDesk(
                desks.nearest(path),
                reason(code, rule),
                rule == null ? RouteOrders.NONE : rule.outcome().orders());
    }

    private RouteReason reason(String code, @Nullable Rule rule) {
        return new RouteReason(code, rule == null ? null : rule.id(), ruleBook.version());
    }

    private Optional<UnitItem> grid(Matter matter) {
        return Optional.ofNullable(matter.gridCode())
                .flatMap(directory::grid)
                .map(GridItem::id)
                .or(() -> matter.gridCode() == null ? assets.gridOf(matter.assetId()) : Optional.empty())
                .flatMap(directory::unit);
    }
}

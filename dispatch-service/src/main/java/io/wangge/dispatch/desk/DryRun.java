package io.wangge.dispatch.desk;

import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.desk.PastMatters.PastMatter;
import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.reference.ReferenceData;
import io.wangge.dispatch.routing.CompiledRuleBook;
import io.wangge.dispatch.routing.ConditionCompiler;
import io.wangge.dispatch.routing.Route;
import io.wangge.dispatch.routing.RouteOrders;
import io.wangge.dispatch.routing.Router;
import io.wangge.dispatch.routing.Rule;
import io.wangge.dispatch.routing.RuleBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule book would have done with the reports of late, beside what today's does with them. Changes nothing. */
public final class DryRun {
    /** More differences would be read by nobody; the groups count all of them. */
    private static final int MOST_SHOWN = 200;

    private final PastMatters past;
    private final ReferenceData referenceData;
    private final ConditionCompiler compiler;

    public DryRun(PastMatters past, ReferenceData referenceData, ConditionCompiler compiler) {
        this.past = past;
        this.referenceData = referenceData;
        this.compiler = compiler;
    }

    /**
     * Where a matter goes.
     *
     * @param unitId the unit, or the desk that is asked
     * @param byPerson true when it is the desk
     */
    public record Destination(
            String unitId,
            boolean byPerson,
            String reason,
            @Nullable String ruleId,
            List<String> helpers,
            RouteOrders orders) {

        static Destination of(Route route) {
            RouteReason reason = route.reason();
            return switch (route) {
                case Route.ToUnit to ->
                    new Destination(
                            to.unit().id(),
                            false,
                            reason.code(),
                            reason.ruleId(),
                            to.helpers().stream().map(UnitItem::id).toList(),
                            to.orders());
                case Route.ToDesk to ->
                    new Destination(
                            to.deskPath().getLast(), true, reason.code(), reason.ruleId(), List.of(), to.orders());
            };
        }

        /** The same for those who have to do with it, whatever rule led there. */
        boolean leadsWhere(Destination other) {
            return unitId.equals(other.unitId)
                    && byPerson == other.byPerson
                    && helpers.equals(other.helpers)
                    && orders.equals(other.orders);
        }
    }

    public record Difference(String caseId, String caseNumber, Destination today, Destination draft) {}

    /** @param today rule id or reason @param draft rule id or reason */
    public record Group(String today, String draft, int count) {}

    /**
     * @param matters how many were looked at
     * @param unmatched how many of them no rule of the draft would place
     * @param groups all differences by the rules that they come from and go to, most frequent first
     * @param differences the newest ones
     */
    public record Outcome(int matters, int changed, int unmatched, List<Group> groups, List<Difference> differences) {}

    /**
     * @param rules sound ones
     * @param most how many reports of late are looked at
     */
    public Outcome run(List<Rule> rules, int most) {
        Reference reference = referenceData.current();
        Router today = router(reference.ruleBook(), reference);
        Router draft = router(new RuleBook(reference.ruleBook().version() + 1, rules), reference);
        List<PastMatter> matters = past.newest(most);
        List<Difference> differences = new ArrayList<>();
        Map<Group, Integer> groups = new LinkedHashMap<>();
        int unmatched = 0;
        for (PastMatter one : matters) {
            Destination now = Destination.of(today.route(one.matter()));
            Destination then = Destination.of(draft.route(one.matter()));
            unmatched += then.reason().equals("no-rule-matched") ? 1 : 0;
            if (!now.leadsWhere(then)) {
                differences.add(new Difference(one.caseId(), one.caseNumber(), now, then));
                groups.merge(new Group(name(now), name(then), 0), 1, Integer::sum);
            }
        }
        return new Outcome(
                matters.size(),
                differences.size(),
                unmatched,
                groups.entrySet().stream()
                        .map(group ->
                                new Group(group.getKey().today(), group.getKey().draft(), group.getValue()))
                        .sorted(Comparator.comparingInt(Group::count).reversed())
                        .toList(),
                List.copyOf(differences.subList(0, Math.min(MOST_SHOWN, differences.size()))));
    }

    private static String name(Destination destination) {
        return destination.ruleId() == null ? destination.reason() : destination.ruleId();
    }

    private Router router(RuleBook book, Reference reference) {
        return new Router(
                CompiledRuleBook.compile(book, compiler),
                reference.directory(),
                reference.calendar(),
                reference.mandates(),
                reference.assets());
    }
}

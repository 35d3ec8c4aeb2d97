package io.wangge.dispatch.http.casefile;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.desk.CaseDesk;
import io.wangge.dispatch.desk.RouteHistory;
import io.wangge.dispatch.routing.Explanation;
import io.wangge.dispatch.routing.Mandate;
import io.wangge.dispatch.routing.Route;
import io.wangge.dispatch.routing.RouteOrders;
import io.wangge.dispatch.routing.RouteQuestion;
import io.wangge.dispatch.routing.Rule;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a case is where it is. */
@RestController
class RouteController {
    private final CaseDesk desk;
    private final RouteHistory history;

    private final InstantSource clock;

    RouteController(CaseDesk desk, RouteHistory history, InstantSource clock) {
        this.desk = desk;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @param present why it is where it is now: a person may have decided since
     * @param opened how the rules placed it when it was opened; absent when what was in force then is gone
     * @param proposed where the rules of now would send it, while it waits for a dispatcher; decides nothing
     */
    record RouteView(
            String caseId,
            @Nullable RouteReason present,
            @Nullable FirstRoute opened,
            @Nullable Proposed proposed) {}

    /**
     * @param unitId absent where only a person can say who is responsible
     * @param category that it was asked for
     * @param byRule whether a rule names the unit; else the category does
     */
    record Proposed(
            @Nullable String unitId,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String category,
            boolean byRule,
            RouteReason reason,
            @Nullable Rule rule,
            List<String> helpers) {
        static Proposed of(RouteHistory.Proposal proposal) {
            Explanation why = proposal.explanation();
            UnitItem unit = proposal.unit().orElse(null);
            return new Proposed(
                    unit == null ? null : unit.id(),
                    unit == null ? null : unit.nameZh(),
                    unit == null ? null : unit.nameEn(),
                    why.question().map(RouteQuestion::category).orElse(null),
                    proposal.byRule(),
                    why.route().reason(),
                    why.rule().orElse(null),
                    helpersOf(why.route()));
        }
    }

    /**
     * @param unitId the unit that was given it, or the desk that was asked
     * @param byPerson true when it is the desk
     * @param rule that decided; absent when none matched or none was asked
     * @param facts what the rules saw; absent when none was asked
     * @param mandate delegation or competence that named level or lead in place of the category
     * @param versions of the reference data that decided, kind by kind
     */
    record FirstRoute(
            String unitId,
            boolean byPerson,
            RouteReason reason,
            @Nullable Rule rule,
            @Nullable RouteQuestion facts,
            @Nullable Mandate mandate,
            List<String> helpers,
            RouteOrders orders,
            Map<String, Long> versions) {}

    @Operation(summary = "Why the case is where it is: rule, version, facts that the rule saw / 派遣依据")
    @GetMapping("/api/v1/cases/{id}/route")
    RouteView route(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String category) {
        Case theCase = desk.find(id, caller)
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND))
                .value();
        return new RouteView(
                id,
                theCase.reason(),
                theCase.settledOnSpot()
                        ? null
                        : history.explain(theCase).map(RouteController::view).orElse(null),
                theCase.state() == CaseState.PENDING_DISPATCH
                        ? history.propose(theCase, category, clock.instant())
                                .map(Proposed::of)
                                .orElse(null)
                        : null);
    }

    private static List<String> helpersOf(Route route) {
        return route instanceof Route.ToUnit to
                ? to.helpers().stream().map(UnitItem::id).toList()
                : List.of();
    }

    private static FirstRoute view(RouteHistory.Explained explained) {
        Explanation why = explained.explanation();
        Route route = why.route();
        Map<String, Long> versions = new LinkedHashMap<>();
        explained.versions().forEach((kind, version) -> versions.put(kind.code(), version));
        return new FirstRoute(
                switch (route) {
                    case Route.ToUnit to -> to.unit().id();
                    case Route.ToDesk to -> to.deskPath().getLast();
                },
                route instanceof Route.ToDesk,
                route.reason(),
                why.rule().orElse(null),
                why.question().orElse(null),
                why.mandate().orElse(null),
                helpersOf(route),
                route.orders(),
                versions);
    }
}

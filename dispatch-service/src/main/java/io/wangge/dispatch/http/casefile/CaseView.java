package io.wangge.dispatch.http.casefile;

import io.wangge.contracts.Actor;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.RuleOrders;
import io.wangge.contracts.casefile.TableVersions;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.dispatch.casefile.SuperiorLimit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as the API shows it.
 *
 * @param version for {@code If-Match}; also the number of its last event
 * @param commandSeq the version that the command in the request produced; absent otherwise
 * @param stateDueAt when whoever it waits for is due
 * @param remaining until then, in the terms of the limit; absent when nobody is waited for
 * @param dueAt the case's own due time, fixed at its first dispatch
 * @param superiorLimit 上级时限; absent when no superior ordered it
 * @param overdue whether its due time has passed without a completion, or its last completion was late
 * @param roundId the open callback round
 * @param orders of the rule that placed it, in place of what the report and the category say; absent when there are none
 * @param versions of the tables that decided it; absent for a case from before they were remembered
 * @param firstReceiver absent for a tip-off (举报) whose reporter is hidden from the caller, as he may be the reporter
 * @param residentId opaque; absent for a tip-off whose reporter is hidden from the caller
 * @param asset that the report named
 * @param proceedings supervision, helpers' tasks, extension, suspension, merge and what else goes on beside the hold
 * @param hardCase absent when it has nothing to do with the hard-case desk
 */
record CaseView(
        String id,
        String caseNumber,
        String trackingNumber,
        String state,
        String stateZh,
        String stateEn,
        long version,
        @Nullable Long commandSeq,
        @Nullable CategoryView category,
        String text,
        @Nullable GeoPoint location,
        @Nullable String gridCode,
        List<String> territoryPath,
        Urgency urgency,
        Channel channel,
        @Nullable Nature nature,
        @Nullable String level,
        @Nullable UnitView holder,
        @Nullable HoldView hold,
        @Nullable RouteView route,
        @Nullable Instant stateDueAt,
        @Nullable RemainingView remaining,
        @Nullable Instant dueAt,
        boolean provisional,
        @Nullable SuperiorLimitView superiorLimit,
        boolean overdue,
        boolean settledOnSpot,
        @Nullable String roundId,
        int reworks,
        int returns,
        Instant receivedAt,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        @Nullable String grade,
        @Nullable Boolean onTime,
        @Nullable Actor firstReceiver,
        @Nullable String residentId,
        @Nullable AssetView asset,
        @Nullable HardCaseView hardCase,
        ProceedingsView proceedings,
        @Nullable RuleOrders orders,
        @Nullable VersionsView versions) {

    /**
     * @param answerBy no due time lies behind it, and no extension passes it; absent where no superior set a limit
     * @param decides whether {@code dueAt} is what it is because of it; false where the district's own limit is shorter
     * @param orders that the case answers, its own and those of the cases that it carries, the shortest limit first
     */
    record SuperiorLimitView(@Nullable Instant answerBy, boolean decides, List<SuperiorLimit.Ordered> orders) {}

    /** @param dispatched at the first dispatch, which fixed the due time; absent before */
    record VersionsView(TableVersions opened, @Nullable TableVersions dispatched) {}

    /** @param known false when the district has no such asset: then only the id stands there */
    record AssetView(
            String id,
            boolean known,
            @Nullable String category,
            @Nullable String nameZh,
            @Nullable GeoPoint point,
            @Nullable UnitView owner) {}

    /**
     * 一号窗口.
     *
     * @param proposed true when it came back twice and a leader may bring it to the desk
     * @param leaderId who holds it there
     */
    record HardCaseView(
            boolean proposed,
            @Nullable String leaderId,
            @Nullable String leaderName,
            @Nullable String unitId,
            @Nullable String cause,
            @Nullable Instant since) {}

    record CategoryView(
            String code, String classZh, String subclassZh, String classEn, String subclassEn, String scale) {}

    /** @param path ids from the top down to the unit */
    record UnitView(String unitId, String nameZh, String nameEn, String level, List<String> path) {}

    record HoldView(
            int number,
            Instant startedAt,
            @Nullable Instant acceptanceDueAt,
            Instant handlingDueAt,
            boolean provisional) {}

    /** Why it is where it is. @param ruleTitle as the rule book in force words it */
    record RouteView(
            String code, @Nullable String ruleId, @Nullable String ruleTitle, long ruleBookVersion) {}
}

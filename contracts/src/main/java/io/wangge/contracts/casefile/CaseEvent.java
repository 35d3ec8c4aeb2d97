package io.wangge.contracts.casefile;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to a case. The same records change its state in dispatch and travel to the others. */
public sealed interface CaseEvent {

    /** 案卷建立. Always the first event of a case. */
    record Opened(
            String reportId,
            String trackingNumber,
            String caseNumber,
            Channel channel,
            @Nullable Nature nature,
            @Nullable String category,
            Erasable text,
            @Nullable GeoPoint location,
            @Nullable String gridCode,
            List<String> territoryPath,
            Urgency urgency,
            Actor firstReceiver,
            @Nullable String residentId,
            Instant receivedAt)
            implements CaseEvent {}

    /** 待派遣: a person has to name the unit. {@code deskPath} leads to the unit whose dispatcher is asked. */
    record DispatchAwaited(RouteReason reason, List<String> deskPath, Instant dueAt) implements CaseEvent {}

    /**
     * 派遣.
     *
     * @param category named by the dispatcher or the report
     * @param dueAt the case's due time, present at its first dispatch only
     */
    record Dispatched(
            Hold hold,
            RouteReason reason,
            @Nullable String category,
            @Nullable Instant dueAt,
            boolean provisional) implements CaseEvent {}

    record Accepted(String unitId) implements CaseEvent {}

    /** 回退. */
    record Returned(String unitId, String reason) implements CaseEvent {}

    /** 提级上报, by hand: the reason and what was tried are on record. */
    record Escalated(String fromUnitId, String fromLevel, Hold hold, String reason, Erasable tried)
            implements CaseEvent {}

    /** 下派. */
    record HandedDown(String fromUnitId, String fromLevel, Hold hold, String reason) implements CaseEvent {}

    /** 处置完成. @param onTime whether this completion lies at or before the case's due time */
    record Completed(String unitId, Erasable text, List<String> attachmentIds, boolean onTime) implements CaseEvent {}

    /** 现场解决: filed and completed in one report, counted apart from filed cases. */
    record SettledOnSpot(Erasable text, List<String> attachmentIds) implements CaseEvent {}

    /**
     * 待回访: asks the ledger to open a round.
     *
     * @param roundId {@code caseId.n}
     * @param residentIds everyone who is to be asked
     * @param unitId the unit whose work is asked about
     */
    record CallbackRequested(
            String roundId,
            List<String> residentIds,
            @Nullable String unitId,
            Channel channel,
            Instant dueAt) implements CaseEvent {}

    /** 返工: back to the holder in a new hold with half of the limit. */
    record Reworked(Hold hold, @Nullable String roundId, String reason) implements CaseEvent {}

    /** 待裁定: unsatisfied, but the unit is not at fault. */
    record DecisionRequested(String roundId, Instant dueAt) implements CaseEvent {}

    /** 裁定 by an inspector; stands on the accountability list. */
    record Decided(Decision decision, String reason) implements CaseEvent {}

    enum Decision {
        REWORK,
        CLOSE
    }

    /** 结案. @param grade the worst that the residents gave, when they were reached */
    record Closed(CloseReason reason, @Nullable String grade, boolean onTime) implements CaseEvent {}

    enum CloseReason {
        /** Settled, and the resident says so. */
        SATISFIED,
        /** Nobody to ask, nothing to check: counted as unconfirmed. */
        UNCONFIRMED,
        /** Everyone to ask is unreachable: counted as unconfirmed, outside satisfaction. */
        UNREACHABLE,
        /** An inspector's recorded decision. */
        DECIDED
    }

    record Commented(Erasable text) implements CaseEvent {}

    /** A round's outcome came that no longer fits. @param code such as {@code stale-round}, {@code not-waiting} */
    record CallbackOutcomeRejected(String roundId, String code) implements CaseEvent {}
}

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

    /**
     * 案卷建立. Always the first event of a case.
     *
     * @param assetId as the report gave it, known or not
     * @param versions of the tables it was opened by; absent in old events
     * @param answerBy when the superior who ordered it wants an answer (上级交办): no due time lies behind it; absent otherwise
     * @param orderNumber the superior's own; absent for all else and in old events
     */
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
            Instant receivedAt,
            @Nullable String assetId,
            @Nullable TableVersions versions,
            @Nullable Instant answerBy,
            @Nullable String orderNumber)
            implements CaseEvent {

        /** About no asset, without the versions, by no superior's order. */
        public Opened(
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
                Instant receivedAt) {
            this(
                    reportId,
                    trackingNumber,
                    caseNumber,
                    channel,
                    nature,
                    category,
                    text,
                    location,
                    gridCode,
                    territoryPath,
                    urgency,
                    firstReceiver,
                    residentId,
                    receivedAt,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /**
     * 待派遣: a person has to name the unit. {@code deskPath} leads to the unit whose dispatcher is asked.
     *
     * @param orders of the rule that asked for a person; absent when there are none
     */
    record DispatchAwaited(
            RouteReason reason,
            List<String> deskPath,
            Instant dueAt,
            @Nullable RuleOrders orders) implements CaseEvent {

        /** Without orders. */
        public DispatchAwaited(RouteReason reason, List<String> deskPath, Instant dueAt) {
            this(reason, deskPath, dueAt, null);
        }
    }

    /**
     * 派遣.
     *
     * @param category named by the dispatcher or the report
     * @param dueAt the case's due time, present at its first dispatch only
     * @param orders of the rule that sent it there; absent when there are none
     * @param versions of the tables that the case's due time was fixed by, at its first dispatch only; absent in old events
     */
    record Dispatched(
            Hold hold,
            RouteReason reason,
            @Nullable String category,
            @Nullable Instant dueAt,
            boolean provisional,
            @Nullable RuleOrders orders,
            @Nullable TableVersions versions)
            implements CaseEvent {

        /** Without orders and versions. */
        public Dispatched(
                Hold hold,
                RouteReason reason,
                @Nullable String category,
                @Nullable Instant dueAt,
                boolean provisional) {
            this(hold, reason, category, dueAt, provisional, null, null);
        }
    }

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
        /** Nobody to ask; the field check found it done. */
        CHECKED,
        /** Nobody to ask, nothing to check: counted as unconfirmed. */
        UNCONFIRMED,
        /** Everyone to ask is unreachable: counted as unconfirmed, outside satisfaction. */
        UNREACHABLE,
        /** An inspector's recorded decision. */
        DECIDED
    }

    /**
     * 回头看: asks the ledger to open another round, some time after closing, or after the inspection of a criticism; the
     * state stays as it is.
     *
     * @param roundId {@code caseId.n}
     * @param residentIds everyone who is to be asked; empty for a criticism whose critic is not known by name
     * @param unitId the unit whose work is asked about
     */
    record RevisitRequested(
            String roundId,
            List<String> residentIds,
            @Nullable String unitId,
            Channel channel,
            Instant dueAt) implements CaseEvent {}

    /**
     * 回头看: nobody was dissatisfied, or nobody was reached, so the case stays closed.
     *
     * @param settled null when nobody was reached
     * @param grade the worst that the residents gave; null when nobody was reached
     */
    record Revisited(
            String roundId,
            boolean reached,
            @Nullable Boolean settled,
            @Nullable String grade) implements CaseEvent {}

    /** 有奖批评, 登记即受理: from now on it can be neither refused nor closed but by a satisfied revisit. @param replyDueAt 15 日内答复 */
    record CriticismRegistered(Instant replyDueAt) implements CaseEvent {}

    /** 有奖批评答复: what the unit answers the critic, to be shown to him. */
    record CriticismReplied(String unitId, Erasable text) implements CaseEvent {}

    /** 有奖批评: inspected and in order, or nobody reached; the revisit at this moment decides. */
    record RevisitAwaited(Instant at) implements CaseEvent {}

    /** @param attachmentIds absent when there are none */
    record Commented(Erasable text, @Nullable List<String> attachmentIds) implements CaseEvent {

        /** Words alone. */
        public Commented(Erasable text) {
            this(text, null);
        }
    }

    /** A round's outcome came that no longer fits. @param code such as {@code stale-round}, {@code not-waiting} */
    record CallbackOutcomeRejected(String roundId, String code) implements CaseEvent {}

    /** 待核实: a public report waits for a look in the field before it is filed. @param gridPath whose people look */
    record ConfirmationAwaited(List<String> gridPath, Instant dueAt) implements CaseEvent {}

    /** 核实: it is so, and the case is filed. */
    record ReportConfirmed(Erasable findings, List<String> attachmentIds) implements CaseEvent {}

    /** 不予立案: the look in the field found nothing that the category files. */
    record NotFiled(String reason, Erasable findings) implements CaseEvent {}

    /** 待核查. @param unitId whose work is looked at @param doerId who may not look @param gridPath whose people look */
    record CheckRequested(String unitId, String doerId, List<String> gridPath, Instant dueAt) implements CaseEvent {}

    /** 核查: a look in the field after completion, never by the doer. */
    record WorkChecked(boolean passed, Erasable findings, List<String> attachmentIds) implements CaseEvent {}

    /** 处置过程: what the holder did, on record before a matter may leave its ceiling. */
    record MeasureRecorded(Measure kind, String unitId, Erasable text) implements CaseEvent {}

    enum Measure {
        HANDLING,
        /** 一线调解. */
        MEDIATION
    }

    /** 提级申请: above the ceiling the level's leader decides. */
    record EscalationAsked(String unitId, String reason, Erasable tried) implements CaseEvent {}

    record EscalationDeclined(String reason) implements CaseEvent {}

    /** 到期上移: a policy step moved it one level up; nobody had to show effort. */
    record MovedUpByTime(String fromUnitId, String fromLevel, Hold hold) implements CaseEvent {}

    /** 延期申请. @param number of the case's extensions, from 1 @param unit of the limit that is asked for */
    record ExtensionAsked(int number, int amount, String unit, String reason) implements CaseEvent {}

    /** The dispatcher agrees; the leader has the last word. */
    record ExtensionEndorsed(int number, String opinion) implements CaseEvent {}

    /** 延期: both due times move. @param hold with its new due time @param dueAt of the case */
    record ExtensionGranted(int number, Hold hold, Instant dueAt, boolean provisional) implements CaseEvent {}

    record ExtensionDeclined(int number, String reason) implements CaseEvent {}

    /** 挂账申请. @param cause code of the district's list of reasons @param safety interim safety measures */
    record SuspensionAsked(String cause, Erasable safety, Instant until) implements CaseEvent {}

    record SuspensionDeclined(String reason) implements CaseEvent {}

    /** 挂账: the handling clock stands still. */
    record Suspended(String cause, Instant until) implements CaseEvent {}

    /**
     * The clock runs on with what was left.
     *
     * @param cause {@code time} or {@code person}
     * @param hold with its new due time
     * @param dueAt of the case
     */
    record Resumed(String cause, Hold hold, Instant dueAt, boolean provisional) implements CaseEvent {}

    /** 回退裁决 by the dispatcher. @param dueAt of the case, moved by the time that a justified return used */
    record ReturnJudged(boolean justified, @Nullable Instant dueAt, boolean provisional) implements CaseEvent {}

    /** 督办. @param cause {@code person}, {@code overdue}, {@code second-return}, {@code second-fault} @param unitId who must reply */
    record Supervised(
            SupervisionLevel level, String cause, @Nullable String reason, String unitId, Instant replyDueAt)
            implements CaseEvent {}

    /** Never goes down. */
    enum SupervisionLevel {
        NONE,
        NORMAL,
        YELLOW,
        RED
    }

    record SupervisionReplied(String unitId, Erasable text) implements CaseEvent {}

    /**
     * A share of a limit is used up.
     *
     * @param clock {@code acceptance}, {@code handling}, {@code dispatch}, {@code check}, {@code confirmation}, {@code decision}, {@code criticism-reply} or {@code supervision}
     * @param percent of the limit
     * @param measures what the policy wants then
     * @param fellDueAt when it was to happen
     * @param late true when it happened more than a minute after that
     */
    record LimitStepReached(String clock, int percent, List<String> measures, Instant fellDueAt, boolean late)
            implements CaseEvent {}

    /** 会办: a helper with a task of its own. @param task counts the tasks of the case from 1 */
    record HelperNamed(int task, String unitId, List<String> unitPath, String what, Instant dueAt)
            implements CaseEvent {}

    record HelperTaskEnded(int task, String unitId, Erasable text) implements CaseEvent {}

    /** 包案领导. */
    record SponsorNamed(String staffId, Instant deadline) implements CaseEvent {}

    /** 会商, 联席会: who sat together, what they concluded, who does what. */
    record ConferenceHeld(List<String> parties, Erasable conclusion, List<String> tasks) implements CaseEvent {}

    /** 作废. */
    record Cancelled(String reason) implements CaseEvent {}

    /** 转外部: beyond the ladder's top. @param body to whom */
    record ReferredOutside(String body, String reason) implements CaseEvent {}

    /** A new round of the same case. */
    record Reopened(String reason, Hold hold) implements CaseEvent {}

    /** 并案: carried by another case from now on. */
    record MergedInto(String caseId, String reason) implements CaseEvent {}

    /** The state and the clocks from before the merge hold again. */
    record MergeUndone(String caseId, String reason) implements CaseEvent {}

    /**
     * It carries another case now. Where the other answers a superior's order, the shorter limit counts here too.
     *
     * @param residentIds who stood behind the other
     * @param order of a superior that the other answered; absent otherwise and in old events
     * @param hold with its new due time; absent when it keeps its own
     * @param dueAt of the case; absent when it keeps its own
     */
    record CaseJoined(
            String caseId,
            List<String> residentIds,
            @Nullable SuperiorOrder order,
            @Nullable Hold hold,
            @Nullable Instant dueAt,
            boolean provisional)
            implements CaseEvent {

        /** Without an order. */
        public CaseJoined(String caseId, List<String> residentIds) {
            this(caseId, residentIds, null, null, null, false);
        }
    }

    /**
     * The other goes its own way again, and its superior's limit with it.
     *
     * @param hold with the due time that it had; absent when it keeps its own
     * @param dueAt of the case; absent when it keeps its own
     */
    record CaseParted(
            String caseId,
            List<String> residentIds,
            @Nullable Hold hold,
            @Nullable Instant dueAt,
            boolean provisional) implements CaseEvent {

        /** With its due times as they are. */
        public CaseParted(String caseId, List<String> residentIds) {
            this(caseId, residentIds, null, null, false);
        }
    }

    /** 疑似重复不成立: a person looked and they are two matters; it is not proposed again. */
    record DuplicateDismissed(String caseId, String reason) implements CaseEvent {}

    /**
     * 一号窗口: the hard-case desk has it; its duty leader coordinates across units.
     *
     * @param hold of the desk's unit
     * @param leaderId the leader on duty that day
     * @param cause {@code came-back-twice} by rule, {@code person} by a leader, {@code resident} directly
     * @param reason the leader's; null otherwise
     * @param category in force
     * @param dueAt the case's due time, present when nobody was given it before
     * @param versions of the tables that this due time was fixed by; absent with it
     */
    record TakenToHardCaseDesk(
            Hold hold,
            String leaderId,
            String cause,
            @Nullable String reason,
            String category,
            @Nullable Instant dueAt,
            boolean provisional,
            @Nullable TableVersions versions)
            implements CaseEvent {}

    /**
     * A year's holidays were published: due times that reached into it were provisional and are set anew, once. What is
     * null stays as it was.
     *
     * @param hold the same hold, due at other times
     * @param dueAt of the case
     * @param provisional whether {@code dueAt} now reaches into another year that is not published
     * @param waitingDueAt of whoever the case waits for
     * @param replyDueAt of the reply to a supervision
     * @param criticismReplyDueAt of the answer to a criticism; absent in old events
     * @param supervision whether the steps of a supervision clock that had begun moved too; absent for no
     */
    record DueTimesSetAnew(
            @Nullable Hold hold,
            @Nullable Instant dueAt,
            boolean provisional,
            @Nullable Instant waitingDueAt,
            @Nullable Instant replyDueAt,
            @Nullable Instant criticismReplyDueAt,
            @Nullable Boolean supervision)
            implements CaseEvent {}
}

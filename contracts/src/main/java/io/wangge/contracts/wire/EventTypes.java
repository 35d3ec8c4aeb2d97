package io.wangge.contracts.wire;

import io.wangge.contracts.audit.AuditEvent;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.criticism.AwardEvent;
import io.wangge.contracts.criticism.SanctionEvent;
import io.wangge.contracts.criticism.ScoringEvent;
import io.wangge.contracts.directory.DirectoryEvent;
import io.wangge.contracts.notice.NoticeEvent;
import io.wangge.contracts.rating.RatingEvent;
import io.wangge.contracts.report.ReportEvent;
import io.wangge.contracts.score.AppealEvent;
import io.wangge.contracts.seal.SealEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CloudEvents type name ↔ record. A type's meaning never changes; fields are only ever added within a version. */
public final class EventTypes {
    private static final Map<String, Class<?>> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<?>, String> BY_CLASS = new HashMap<>();

    static {
        type("report.received", ReportEvent.Received.class);

        type("case.opened", CaseEvent.Opened.class);
        type("case.dispatch-awaited", CaseEvent.DispatchAwaited.class);
        type("case.dispatched", CaseEvent.Dispatched.class);
        type("case.accepted", CaseEvent.Accepted.class);
        type("case.returned", CaseEvent.Returned.class);
        type("case.escalated", CaseEvent.Escalated.class);
        type("case.handed-down", CaseEvent.HandedDown.class);
        type("case.completed", CaseEvent.Completed.class);
        type("case.settled-on-spot", CaseEvent.SettledOnSpot.class);
        type("case.callback-requested", CaseEvent.CallbackRequested.class);
        type("case.reworked", CaseEvent.Reworked.class);
        type("case.decision-requested", CaseEvent.DecisionRequested.class);
        type("case.decided", CaseEvent.Decided.class);
        type("case.closed", CaseEvent.Closed.class);
        type("case.revisit-requested", CaseEvent.RevisitRequested.class);
        type("case.revisited", CaseEvent.Revisited.class);
        type("case.criticism-registered", CaseEvent.CriticismRegistered.class);
        type("case.criticism-replied", CaseEvent.CriticismReplied.class);
        type("case.revisit-awaited", CaseEvent.RevisitAwaited.class);
        type("case.commented", CaseEvent.Commented.class);
        type("case.callback-outcome-rejected", CaseEvent.CallbackOutcomeRejected.class);
        type("case.confirmation-awaited", CaseEvent.ConfirmationAwaited.class);
        type("case.report-confirmed", CaseEvent.ReportConfirmed.class);
        type("case.not-filed", CaseEvent.NotFiled.class);
        type("case.check-requested", CaseEvent.CheckRequested.class);
        type("case.work-checked", CaseEvent.WorkChecked.class);
        type("case.measure-recorded", CaseEvent.MeasureRecorded.class);
        type("case.escalation-asked", CaseEvent.EscalationAsked.class);
        type("case.escalation-declined", CaseEvent.EscalationDeclined.class);
        type("case.moved-up-by-time", CaseEvent.MovedUpByTime.class);
        type("case.extension-asked", CaseEvent.ExtensionAsked.class);
        type("case.extension-endorsed", CaseEvent.ExtensionEndorsed.class);
        type("case.extension-granted", CaseEvent.ExtensionGranted.class);
        type("case.extension-declined", CaseEvent.ExtensionDeclined.class);
        type("case.suspension-asked", CaseEvent.SuspensionAsked.class);
        type("case.suspension-declined", CaseEvent.SuspensionDeclined.class);
        type("case.suspended", CaseEvent.Suspended.class);
        type("case.resumed", CaseEvent.Resumed.class);
        type("case.return-judged", CaseEvent.ReturnJudged.class);
        type("case.supervised", CaseEvent.Supervised.class);
        type("case.supervision-replied", CaseEvent.SupervisionReplied.class);
        type("case.limit-step-reached", CaseEvent.LimitStepReached.class);
        type("case.helper-named", CaseEvent.HelperNamed.class);
        type("case.helper-task-ended", CaseEvent.HelperTaskEnded.class);
        type("case.sponsor-named", CaseEvent.SponsorNamed.class);
        type("case.conference-held", CaseEvent.ConferenceHeld.class);
        type("case.cancelled", CaseEvent.Cancelled.class);
        type("case.referred-outside", CaseEvent.ReferredOutside.class);
        type("case.reopened", CaseEvent.Reopened.class);
        type("case.merged-into", CaseEvent.MergedInto.class);
        type("case.merge-undone", CaseEvent.MergeUndone.class);
        type("case.case-joined", CaseEvent.CaseJoined.class);
        type("case.case-parted", CaseEvent.CaseParted.class);
        type("case.duplicate-dismissed", CaseEvent.DuplicateDismissed.class);
        type("case.taken-to-hard-case-desk", CaseEvent.TakenToHardCaseDesk.class);
        type("case.due-times-set-anew", CaseEvent.DueTimesSetAnew.class);

        type("callback.round-opened", CallbackEvent.RoundOpened.class);
        type("callback.round-due-anew", CallbackEvent.RoundDueAnew.class);
        type("callback.attempt-failed", CallbackEvent.AttemptFailed.class);
        type("callback.round-answered", CallbackEvent.RoundAnswered.class);
        type("callback.reporter-answered", CallbackEvent.ReporterAnswered.class);
        type("callback.fault-judged", CallbackEvent.FaultJudged.class);
        type("callback.round-abandoned", CallbackEvent.RoundAbandoned.class);

        type("rating.rated", RatingEvent.Rated.class);

        type("award.granted", AwardEvent.AwardGranted.class);
        type("award.paid", AwardEvent.AwardPaid.class);
        type("award.revoked", AwardEvent.AwardRevoked.class);
        type("sanction.imposed", SanctionEvent.SanctionImposed.class);
        type("sanction.revoked", SanctionEvent.SanctionRevoked.class);
        type("scoring.noticed", ScoringEvent.ScoringNoticed.class);
        type("scoring.closed", ScoringEvent.ScoringClosed.class);
        type("appeal.filed", AppealEvent.AppealFiled.class);
        type("appeal.decided", AppealEvent.AppealDecided.class);

        type("notice.raised", NoticeEvent.Raised.class);

        type("directory.ladder", DirectoryEvent.LadderItem.class);
        type("directory.unit", DirectoryEvent.UnitItem.class);
        type("directory.grid", DirectoryEvent.GridItem.class);
        type("directory.staff", DirectoryEvent.StaffItem.class);
        type("directory.category", DirectoryEvent.CategoryItem.class);
        type("directory.activated", DirectoryEvent.Activated.class);

        type("audit.signed-in", AuditEvent.SignedIn.class);
        type("audit.sign-in-refused", AuditEvent.SignInRefused.class);
        type("audit.signed-out", AuditEvent.SignedOut.class);
        type("audit.account-opened", AuditEvent.AccountOpened.class);
        type("audit.account-disabled", AuditEvent.AccountDisabled.class);
        type("audit.account-enabled", AuditEvent.AccountEnabled.class);
        type("audit.password-reset", AuditEvent.PasswordReset.class);
        type("audit.password-changed", AuditEvent.PasswordChanged.class);
        type("audit.sessions-ended", AuditEvent.SessionsEnded.class);
        type("audit.texts-erased", AuditEvent.TextsErased.class);
        type("audit.contact-revealed", AuditEvent.ContactRevealed.class);
        type("audit.api-key-issued", AuditEvent.ApiKeyIssued.class);
        type("audit.api-key-revoked", AuditEvent.ApiKeyRevoked.class);
        type("audit.screen-issued", AuditEvent.ScreenIssued.class);
        type("audit.screen-signed-in", AuditEvent.ScreenSignedIn.class);
        type("audit.screen-revoked", AuditEvent.ScreenRevoked.class);
        type("audit.dead-letters-replayed", AuditEvent.DeadLettersReplayed.class);
        type("audit.dead-letters-discarded", AuditEvent.DeadLettersDiscarded.class);

        type("seal.closed", SealEvent.Closed.class);
        type("seal.day-closed", SealEvent.DayClosed.class);
    }

    private EventTypes() {}

    private static void type(String name, Class<?> record) {
        String type = "io.wangge." + name + ".v1";
        BY_NAME.put(type, record);
        BY_CLASS.put(record, type);
    }

    /** Every type name, in the order of a case's life. */
    public static Map<String, Class<?>> all() {
        return Collections.unmodifiableMap(BY_NAME);
    }

    /** @throws IllegalArgumentException for a record that is no event */
    public static String nameOf(Class<?> record) {
        String name = BY_CLASS.get(record);
        if (name == null) {
            throw new IllegalArgumentException(record + " is not an event");
        }
        return name;
    }

    static @Nullable Class<?> recordOf(String typeName) {
        return BY_NAME.get(typeName);
    }
}

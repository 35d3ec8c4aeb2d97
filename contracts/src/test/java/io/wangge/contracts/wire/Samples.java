package io.wangge.contracts.wire;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Event;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Ladder;
import io.wangge.contracts.Level;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.callback.Mode;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.casefile.RuleOrders;
import io.wangge.contracts.casefile.SuperiorOrder;
import io.wangge.contracts.casefile.TableVersions;
import io.wangge.contracts.criticism.AwardEvent;
import io.wangge.contracts.criticism.SanctionEvent;
import io.wangge.contracts.criticism.ScoringEvent;
import io.wangge.contracts.directory.DirectoryEvent;
import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.notice.NoticeEvent;
import io.wangge.contracts.rating.RatingEvent;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent;
import io.wangge.contracts.score.AppealEvent;
import io.wangge.contracts.seal.SealEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One of each event, every field filled, with the awkward characters that Chinese texts bring. */
final class Samples {
    private static final String CASE = "0193f3a0-0000-7000-8000-000000000001";
    private static final String ROUND = CASE + ".1";
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00.123Z");
    private static final Instant LATER = Instant.parse("2026-11-23T08:30:00Z");
    private static final Actor WORKER = Actor.staff("staff-grid-worker-1", "990100001001001");
    private static final Erasable TEXT = new Erasable("幸福里3号楼前“垃圾”成堆 <b>&\n第二行 😀", "0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final List<String> PATH = List.of("990100", "990100001", "990100001001");
    private static final Hold HOLD = new Hold(2, "990100001001", PATH, "COMMUNITY", NOON, LATER, LATER, true);
    private static final RouteReason WHY = new RouteReason("rule", "small-to-block", 3);
    private static final CaseSummary AFTER = new CaseSummary(
            CASE,
            "990100001-20261123-000017",
            CaseState.IN_PROGRESS,
            "0102",
            Urgency.NORMAL,
            "COMMUNITY",
            List.of("990100", "990100001", "990100001001", "990100001001001"),
            PATH,
            List.of("990100001001001", "990100001001"),
            NOON,
            LATER,
            false,
            1);

    private static final RuleOrders ORDERS = new RuleOrders(
            Urgency.EMERGENCY,
            new DirectoryEvent.LimitItem(30, "EMERGENCY_MINUTE"),
            new DirectoryEvent.LimitItem(2, "EMERGENCY_HOUR"),
            true);
    private static final TableVersions VERSIONS = new TableVersions(1, 4, 2, 12, 3, 5, 0, 2, 1);

    private static final String AWARD = "0193f3a0-0000-7000-8000-000000000009";
    private static final Actor INSPECTOR = Actor.staff("staff-inspector-1", "990100");

    private Samples() {}

    static List<Event> all() {
        return List.of(
                new ReportEvent.Received(
                        CASE,
                        "261123-000042",
                        Channel.GRID_WORKER,
                        Nature.COMPLAINT,
                        "0102",
                        TEXT,
                        GeoPoint.of(120.105, 30.205),
                        "990100001001001",
                        "110101001001001",
                        Urgency.EMERGENCY,
                        WORKER,
                        "person-7",
                        new ReportEvent.OnSpotSettlement(TEXT, List.of("photo-1")),
                        NOON,
                        NOON.minusSeconds(90),
                        "WJ-LAMP-0042",
                        true,
                        new ReportEvent.Circumstances(
                                "staff-agent-1", new ReportEvent.Source("12345-2026-0815", LATER), TEXT, 12.5)),
                onCase(new CaseEvent.Opened(
                        CASE,
                        "261123-000042",
                        "990100001-20261123-000017",
                        Channel.GRID_WORKER,
                        Nature.HELP,
                        "0102",
                        TEXT,
                        GeoPoint.of(120.105, 30.205),
                        "990100001001001",
                        PATH,
                        Urgency.NORMAL,
                        WORKER,
                        "person-7",
                        NOON,
                        "WJ-LAMP-0042",
                        VERSIONS,
                        LATER,
                        "12345-2026-0815")),
                onCase(new CaseEvent.DispatchAwaited(
                        new RouteReason("outside-every-grid", null, 3), List.of("990100"), LATER, ORDERS)),
                onCase(new CaseEvent.Dispatched(HOLD, WHY, "0102", LATER, true, ORDERS, VERSIONS)),
                onCase(new CaseEvent.Accepted("990100001001")),
                onCase(new CaseEvent.Returned("990100001001", "不属本单位")),
                onCase(new CaseEvent.Escalated("990100001001001", "BLOCK", HOLD, "需要社区协调", TEXT)),
                onCase(new CaseEvent.HandedDown("990100001", "STREET", HOLD, "由社区就近处置")),
                onCase(new CaseEvent.Completed("990100001001", TEXT, List.of("photo-2", "photo-3"), true)),
                onCase(new CaseEvent.SettledOnSpot(TEXT, List.of())),
                onCase(new CaseEvent.CallbackRequested(
                        ROUND, List.of("person-7"), "990100001001", Channel.HOTLINE, LATER)),
                onCase(new CaseEvent.Reworked(HOLD, ROUND, "未清理干净")),
                onCase(new CaseEvent.DecisionRequested(ROUND, LATER)),
                onCase(new CaseEvent.Decided(CaseEvent.Decision.CLOSE, "已按规范处置")),
                onCase(new CaseEvent.Closed(CaseEvent.CloseReason.SATISFIED, "VERY_SATISFIED", true)),
                onCase(new CaseEvent.RevisitRequested(
                        ROUND, List.of("person-7"), "990100001001", Channel.HOTLINE, LATER)),
                onCase(new CaseEvent.Revisited(ROUND, true, true, "SATISFIED")),
                onCase(new CaseEvent.CriticismRegistered(LATER)),
                onCase(new CaseEvent.CriticismReplied("990100001001", TEXT)),
                onCase(new CaseEvent.RevisitAwaited(LATER)),
                onCase(new CaseEvent.Commented(TEXT, List.of("photo-6"))),
                onCase(new CaseEvent.CallbackOutcomeRejected(ROUND, "stale-round")),
                onCase(new CaseEvent.ConfirmationAwaited(PATH, LATER)),
                onCase(new CaseEvent.ReportConfirmed(TEXT, List.of("photo-4"))),
                onCase(new CaseEvent.NotFiled("现场未发现问题", TEXT)),
                onCase(new CaseEvent.CheckRequested("990100001001", "staff-handler-1", PATH, LATER)),
                onCase(new CaseEvent.WorkChecked(false, TEXT, List.of("photo-5"))),
                onCase(new CaseEvent.MeasureRecorded(CaseEvent.Measure.MEDIATION, "990100001001", TEXT)),
                onCase(new CaseEvent.EscalationAsked("990100001001", "需要街道协调", TEXT)),
                onCase(new CaseEvent.EscalationDeclined("请先组织调解")),
                onCase(new CaseEvent.MovedUpByTime("990100001001001", "BLOCK", HOLD)),
                onCase(new CaseEvent.ExtensionAsked(1, 2, "WORKDAY", "配件未到货")),
                onCase(new CaseEvent.ExtensionEndorsed(1, "情况属实")),
                onCase(new CaseEvent.ExtensionGranted(1, HOLD, LATER, false)),
                onCase(new CaseEvent.ExtensionDeclined(2, "理由不充分")),
                onCase(new CaseEvent.SuspensionAsked("weather", TEXT, LATER)),
                onCase(new CaseEvent.SuspensionDeclined("可以先行围护")),
                onCase(new CaseEvent.Suspended("weather", LATER)),
                onCase(new CaseEvent.Resumed("time", HOLD, LATER, true)),
                onCase(new CaseEvent.ReturnJudged(true, LATER, false)),
                onCase(new CaseEvent.Supervised(
                        CaseEvent.SupervisionLevel.YELLOW, "overdue", "超期未办", "990100001001", LATER)),
                onCase(new CaseEvent.SupervisionReplied("990100001001", TEXT)),
                onCase(new CaseEvent.LimitStepReached("handling", 80, List.of("WARN_HEAD"), LATER, true)),
                onCase(new CaseEvent.HelperNamed(1, "990100001001", PATH, "封闭道路", LATER)),
                onCase(new CaseEvent.HelperTaskEnded(1, "990100001001", TEXT)),
                onCase(new CaseEvent.SponsorNamed("staff-leader-1", LATER)),
                onCase(new CaseEvent.ConferenceHeld(List.of("街道办", "物业公司"), TEXT, List.of("三日内修复"))),
                onCase(new CaseEvent.Cancelled("重复录入")),
                onCase(new CaseEvent.ReferredOutside("市人大代表联络站", "超出本区事权")),
                onCase(new CaseEvent.Reopened("居民反映复发", HOLD)),
                onCase(new CaseEvent.MergedInto(CASE, "同一处垃圾")),
                onCase(new CaseEvent.MergeUndone(CASE, "不是同一处")),
                onCase(new CaseEvent.CaseJoined(
                        CASE, List.of("person-8"), new SuperiorOrder("12345-2026-0815", LATER), HOLD, LATER, false)),
                onCase(new CaseEvent.CaseParted(CASE, List.of("person-8"), HOLD, LATER, false)),
                onCase(new CaseEvent.DuplicateDismissed(CASE, "两处不同的井盖")),
                onCase(new CaseEvent.TakenToHardCaseDesk(
                        HOLD, "staff-leader-2", "person", "两次返工，须跨部门协调", "0102", LATER, false, VERSIONS)),
                onCase(new CaseEvent.DueTimesSetAnew(HOLD, LATER, false, LATER, LATER, LATER, true)),
                new CallbackEvent.RoundOpened(ROUND, CASE, List.of("person-7"), LATER, true),
                new CallbackEvent.RoundDueAnew(ROUND, CASE, LATER),
                new CallbackEvent.AttemptFailed(ROUND, CASE, WORKER, 2, "person-7", Mode.VISIT),
                new CallbackEvent.RoundAnswered(
                        ROUND,
                        CASE,
                        Actor.staff("staff-callback-clerk-1", "990100"),
                        true,
                        false,
                        Grade.UNSATISFIED,
                        true,
                        TEXT),
                new CallbackEvent.ReporterAnswered(
                        ROUND,
                        CASE,
                        Actor.resident("person-7"),
                        "person-7",
                        true,
                        false,
                        Grade.UNSATISFIED,
                        null,
                        List.of("SLOW"),
                        TEXT,
                        Mode.VISIT),
                new CallbackEvent.FaultJudged(
                        ROUND, CASE, Actor.staff("staff-callback-clerk-1", "990100"), "person-7", true, TEXT),
                new CallbackEvent.RoundAbandoned(ROUND, CASE, "case-left"),
                new RatingEvent.Rated(
                        "0193f3a0-0000-7000-8000-000000000005",
                        RatingEvent.Kind.WINDOW,
                        "w-1",
                        "990100001001",
                        "staff-handler-1",
                        Actor.system("window:w-1"),
                        Grade.UNSATISFIED,
                        List.of("DELAY", "COMPLAINT"),
                        TEXT),
                new AwardEvent.AwardGranted(
                        AWARD, CASE, AwardEvent.Recipient.CRITIC, "person-7", 30_050, "批评属实", AWARD, INSPECTOR),
                new AwardEvent.AwardPaid(AWARD, CASE, LocalDate.of(2026, 11, 30), INSPECTOR),
                new AwardEvent.AwardRevoked(AWARD, CASE, "重复发放", INSPECTOR),
                new SanctionEvent.SanctionImposed(
                        AWARD,
                        CASE,
                        "staff-handler-1",
                        "990100001001",
                        SanctionEvent.Kind.ADMONITION,
                        "街道党工委",
                        "整改敷衍",
                        INSPECTOR),
                new SanctionEvent.SanctionRevoked(AWARD, CASE, "复核后撤销", INSPECTOR),
                new ScoringEvent.ScoringNoticed(
                        AWARD,
                        "2026年下半年有奖批评评议",
                        NOON,
                        LATER,
                        List.of("群众代表"),
                        List.of("纪检监察办"),
                        List.of("staff-leader-1", "staff-leader-2"),
                        List.of(new ScoringEvent.Candidate(CASE, ScoringEvent.CandidateKind.CASE, "石桥路反复开挖")),
                        0,
                        100,
                        true,
                        List.of(50_000L, 30_000L),
                        INSPECTOR),
                new ScoringEvent.ScoringClosed(
                        AWARD,
                        List.of("staff-leader-1", "staff-leader-2"),
                        List.of(new ScoringEvent.Result(
                                CASE,
                                "87.50",
                                2,
                                List.of(new ScoringEvent.ScoreCount(85, 1), new ScoringEvent.ScoreCount(90, 1)))),
                        INSPECTOR),
                new AppealEvent.AppealFiled(
                        "0193f3a0-0000-7000-8000-000000000001.990100001001",
                        "0193f3a0-0000-7000-8000-000000000001",
                        "990100001-20261122-0001",
                        List.of("990100", "990100001", "990100001001"),
                        "2026-11",
                        Actor.staff("staff-leader-2", "990100001001"),
                        TEXT),
                new AppealEvent.AppealDecided(
                        "0193f3a0-0000-7000-8000-000000000001.990100001001",
                        "0193f3a0-0000-7000-8000-000000000001",
                        List.of("990100", "990100001", "990100001001"),
                        Actor.staff("staff-inspector-1", "990100"),
                        true,
                        TEXT),
                new DirectoryEvent.LadderItem(
                        "ladder",
                        1,
                        new Ladder(
                                List.of(new Level("BLOCK", "网格", "Block"), new Level("COMMUNITY", "社区", "Community")),
                                Map.of("small", "COMMUNITY"))),
                new DirectoryEvent.UnitItem(
                        "990100001-d01",
                        1,
                        "望江街道环卫所",
                        "Wangjiang Sanitation",
                        "STREET",
                        "环卫",
                        "990100001",
                        "990100001",
                        PATH),
                new DirectoryEvent.GridItem(
                        "990100001001001",
                        1,
                        "990100001001001",
                        List.of(List.of(
                                List.of(120.10, 30.20),
                                List.of(120.11, 30.20),
                                List.of(120.11, 30.21),
                                List.of(120.10, 30.20)))),
                new DirectoryEvent.StaffItem(
                        "staff-handler-10",
                        2,
                        "欧阳建国",
                        List.of(new DirectoryEvent.Grant(Role.HANDLER, List.of("990100001-d01", "990100001")))),
                new DirectoryEvent.CategoryItem(
                        "0102",
                        1,
                        "EVENT",
                        "市容环境",
                        "暴露垃圾",
                        "City appearance",
                        "Exposed refuse",
                        "small",
                        "COMMUNITY",
                        "环卫",
                        new DirectoryEvent.LimitItem(1, "WORK_HOUR"),
                        new DirectoryEvent.LimitItem(4, "WORK_HOUR"),
                        true,
                        true,
                        false,
                        "成堆成片垃圾未入容器",
                        "清除干净",
                        false,
                        true,
                        true,
                        true),
                new DirectoryEvent.Activated(DirectoryKind.UNIT, 1, 57),
                new NoticeEvent.Raised(
                        "callback-link:" + ROUND + ":person-7",
                        new NoticeEvent.Recipient(NoticeEvent.Recipient.Kind.UNIT, "990100001001", "HANDLER"),
                        "callback-link",
                        Map.of("caseNumber", "990100001-20261123-000017"),
                        "/public.html#answer/abc",
                        CASE,
                        true,
                        LATER),
                new AuditEvent.SignedIn("grid-worker-1", "staff-grid-worker-1"),
                new AuditEvent.SignInRefused("nobody", "staff-nobody", "wrong-password"),
                new AuditEvent.SignedOut("grid-worker-1", "staff-grid-worker-1"),
                new AuditEvent.AccountOpened("handler-9", "staff-handler-9", WORKER),
                new AuditEvent.AccountDisabled("handler-9", "staff-handler-9", WORKER, "调离本街道"),
                new AuditEvent.AccountEnabled("handler-9", "staff-handler-9", WORKER),
                new AuditEvent.PasswordReset("handler-9", "staff-handler-9", WORKER),
                new AuditEvent.PasswordChanged("handler-9", "staff-handler-9"),
                new AuditEvent.SessionsEnded("handler-9", "staff-handler-9", WORKER),
                new AuditEvent.TextsErased(CASE, WORKER, "个人信息保护法 第四十七条"),
                new AuditEvent.ContactRevealed(
                        "0193f3a0-0000-7000-8000-0000000000a1",
                        "person-1",
                        CASE,
                        CASE + ".1",
                        null,
                        WORKER,
                        new Erasable("电话回访", "c2FsdA==")),
                new AuditEvent.ApiKeyIssued("7f3a9c21d0e44b18", "云山随手拍", "open311:write", WORKER),
                new AuditEvent.ApiKeyRevoked("7f3a9c21d0e44b18", WORKER),
                new AuditEvent.ScreenIssued("0193f3a0-0000-7000-8000-0000000000b1", "指挥大厅东墙", "990100001", WORKER),
                new AuditEvent.ScreenSignedIn("0193f3a0-0000-7000-8000-0000000000b1", "990100001"),
                new AuditEvent.ScreenRevoked("0193f3a0-0000-7000-8000-0000000000b1", WORKER),
                new AuditEvent.DeadLettersReplayed("dispatch", List.of("grid.reports.v1/3/42"), WORKER),
                new AuditEvent.DeadLettersDiscarded(
                        "intake", List.of("grid.cases.v1/0/7", "grid.cases.v1/0/9"), WORKER, "测试环境误发的消息"),
                new SealEvent.Closed(
                        7,
                        "2026-11-23",
                        NOON,
                        42,
                        "1".repeat(64),
                        "2".repeat(64),
                        "3".repeat(64),
                        "0011223344556677",
                        "c2lnbmF0dXJl"),
                new SealEvent.DayClosed(
                        2,
                        "2026-11-23",
                        5,
                        7,
                        "4".repeat(64),
                        "5".repeat(64),
                        "6".repeat(64),
                        "0011223344556677",
                        "c2lnbmF0dXJl"));
    }

    private static CaseMessage<CaseEvent> onCase(CaseEvent what) {
        return new CaseMessage<>(WORKER, AFTER, what);
    }
}

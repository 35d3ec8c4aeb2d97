package io.wangge.ledger;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Event;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.callback.CallbackEvent.RoundOpened;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The events of one case as intake and dispatch would send them, for tests to tell a story with. */
public final class Story {
    public static final Instant START = Instant.parse("2026-03-02T01:00:00.123Z");
    public static final List<String> PATH = List.of("u-district", "u-street-1", "u-community-1", "u-grid-1");
    public static final Actor WORKER = Actor.staff("s-grid-worker-1", "u-grid-1");
    /** A colleague of {@link #WORKER} in the same grid. */
    public static final Actor COLLEAGUE = Actor.staff("s-grid-worker-3", "u-grid-1");

    public static final Actor HANDLER = Actor.staff("s-handler-1", "u-community-1");
    public static final Actor INSPECTOR = Actor.staff("s-inspector-1", "u-district");
    public static final Actor DISPATCH = Actor.system("dispatch");
    static final String SALT = "00112233445566778899aabbccddeeff";

    public final String caseId;
    private final List<Envelope<Event>> events = new ArrayList<>();
    private long seq;
    private Nature nature = Nature.HELP;
    private Instant time = START;

    public Story() {
        this(UUID.randomUUID().toString());
    }

    public Story(String caseId) {
        this.caseId = caseId;
    }

    /** 举报: its reporter is hidden from the holder. */
    public Story asTipOff() {
        nature = Nature.TIP_OFF;
        return this;
    }

    public static Erasable text(String value) {
        return new Erasable(value, SALT);
    }

    public String roundId() {
        return caseId + ".1";
    }

    public List<Envelope<Event>> events() {
        return List.copyOf(events);
    }

    public Envelope<Event> last() {
        return events.getLast();
    }

    public Story reported() {
        events.add(new Envelope<>(
                Streams.report(caseId),
                1,
                time,
                null,
                new Received(
                        caseId,
                        "T20260302000001",
                        Channel.GRID_WORKER,
                        nature,
                        "0102",
                        text("井盖破损，路人险些跌倒 🚧"),
                        GeoPoint.of(120.125, 30.21),
                        "990100001001001",
                        null,
                        Urgency.NORMAL,
                        WORKER,
                        "p-1",
                        null,
                        time,
                        null)));
        return this;
    }

    public Story opened() {
        return then(
                DISPATCH,
                CaseState.PENDING_ACCEPTANCE,
                new CaseEvent.Opened(
                        caseId,
                        "T20260302000001",
                        "990100001-20260302-0001",
                        Channel.GRID_WORKER,
                        nature,
                        "0102",
                        text("井盖破损，路人险些跌倒 🚧"),
                        GeoPoint.of(120.125, 30.21),
                        "990100001001001",
                        PATH,
                        Urgency.NORMAL,
                        WORKER,
                        "p-1",
                        time));
    }

    public Story accepted() {
        return then(HANDLER, CaseState.IN_PROGRESS, new CaseEvent.Accepted("u-community-1"));
    }

    public Story commented(String words) {
        return then(HANDLER, CaseState.IN_PROGRESS, new CaseEvent.Commented(text(words)));
    }

    public Story completed() {
        return completedBy(HANDLER);
    }

    public Story completedBy(Actor doer) {
        return then(
                doer,
                CaseState.PENDING_CALLBACK,
                new CaseEvent.Completed("u-community-1", text("已更换井盖"), List.of(), true));
    }

    public Story callbackRequested() {
        return callbackRequested(List.of("p-1"));
    }

    public Story callbackRequested(List<String> residents) {
        return then(
                DISPATCH,
                CaseState.PENDING_CALLBACK,
                new CaseEvent.CallbackRequested(
                        roundId(), residents, "u-community-1", Channel.GRID_WORKER, time.plus(Duration.ofDays(1))));
    }

    /** 整改不满意: an inspector closes it all the same, with a reason. */
    public Story closedByDecision(String reason) {
        then(
                DISPATCH,
                CaseState.PENDING_DECISION,
                new CaseEvent.DecisionRequested(roundId(), time.plus(Duration.ofDays(1))));
        then(INSPECTOR, CaseState.PENDING_DECISION, new CaseEvent.Decided(CaseEvent.Decision.CLOSE, reason));
        return then(
                DISPATCH, CaseState.CLOSED, new CaseEvent.Closed(CaseEvent.CloseReason.DECIDED, "UNSATISFIED", true));
    }

    public Story closed() {
        return then(
                DISPATCH, CaseState.CLOSED, new CaseEvent.Closed(CaseEvent.CloseReason.SATISFIED, "SATISFIED", true));
    }

    /** 有奖批评, as it is opened. */
    public Story criticismRegistered() {
        return then(
                DISPATCH,
                CaseState.PENDING_ACCEPTANCE,
                new CaseEvent.CriticismRegistered(time.plus(Duration.ofDays(15))));
    }

    public Story criticismReplied() {
        return then(HANDLER, CaseState.IN_PROGRESS, new CaseEvent.CriticismReplied("u-community-1", text("已约谈")));
    }

    /** 回头看 of what is closed. */
    public Story revisitRequested(int round) {
        return then(
                DISPATCH,
                CaseState.CLOSED,
                new CaseEvent.RevisitRequested(
                        caseId + "." + round,
                        List.of("p-1"),
                        "u-community-1",
                        Channel.GRID_WORKER,
                        time.plus(Duration.ofDays(1))));
    }

    public Story commentedWhenClosed() {
        return then(HANDLER, CaseState.CLOSED, new CaseEvent.Commented(text("谢谢")));
    }

    public Story reopened() {
        return then(
                INSPECTOR,
                CaseState.PENDING_ACCEPTANCE,
                new CaseEvent.Reopened(
                        "复发",
                        new Hold(
                                2,
                                "u-community-1",
                                PATH.subList(0, 3),
                                "COMMUNITY",
                                time,
                                time.plusSeconds(600),
                                time.plusSeconds(3600),
                                false)));
    }

    /** A year's holidays came while it waited for the callback. */
    public Story waitingDueAnew(Instant dueAt) {
        return then(
                Actor.system("clock"),
                CaseState.PENDING_CALLBACK,
                new CaseEvent.DueTimesSetAnew(null, null, false, dueAt, null, null, null));
    }

    /** As the ledger itself publishes it. */
    public Envelope<Event> roundOpened() {
        return new Envelope<>(
                Streams.round(roundId()),
                1,
                time,
                null,
                new RoundOpened(roundId(), caseId, List.of("p-1"), time.plus(Duration.ofDays(1)), null));
    }

    /** Up to the open round. */
    public Story waitingForCallback() {
        return reported().opened().accepted().commented("现场查看").completed().callbackRequested();
    }

    public CaseSummary summary(CaseState state) {
        return new CaseSummary(
                caseId,
                "990100001-20260302-0001",
                state,
                "0102",
                Urgency.NORMAL,
                "COMMUNITY",
                PATH,
                List.of("u-district", "u-street-1", "u-community-1"),
                List.of("u-community-1"),
                START,
                START.plus(Duration.ofDays(3)),
                false,
                0);
    }

    private Story then(Actor by, CaseState after, CaseEvent what) {
        seq++;
        time = time.plusSeconds(60);
        events.add(
                new Envelope<>(Streams.ofCase(caseId), seq, time, null, new CaseMessage<>(by, summary(after), what)));
        return this;
    }
}

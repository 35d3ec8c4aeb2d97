package io.wangge.ledger.figures;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.casefile.SuperiorOrder;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of one case at chosen times, as dispatch would send them, for tests of what is counted. */
public final class History {
    public static final List<String> GRID = List.of("d", "s1", "c1", "g1");
    public static final List<String> COMMUNITY = List.of("d", "s1", "c1");
    public static final List<String> STREET = List.of("d", "s1");
    public static final List<String> DEPARTMENT = List.of("d", "s1", "s1-env");

    public final String caseId;
    private final List<Envelope<Event>> events = new ArrayList<>();
    private final List<String> territory;
    private List<String> holder;
    private CaseState state = CaseState.PENDING_DISPATCH;
    private @Nullable String category = "0102";
    private @Nullable Nature nature;
    private String worker = "s-worker-1";
    private @Nullable String level;
    private @Nullable Instant dueAt;
    private @Nullable Hold hold;
    private Instant openedAt = Instant.EPOCH;
    private Instant now = Instant.EPOCH;
    private int holds;
    private int reworks;

    public History(String caseId) {
        this(caseId, GRID);
    }

    public History(String caseId, List<String> territory) {
        this.caseId = caseId;
        this.territory = territory;
        this.holder = territory;
    }

    /** @param local such as 2016-12-05T09:00, in China */
    public static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(Days.ZONE).toInstant();
    }

    public History at(String local) {
        return at(time(local));
    }

    public History at(Instant time) {
        now = time;
        return this;
    }

    public Instant now() {
        return now;
    }

    public CaseState state() {
        return state;
    }

    public History of(@Nullable String newCategory) {
        category = newCategory;
        return this;
    }

    public History nature(Nature said) {
        nature = said;
        return this;
    }

    public History takenInBy(String staffId) {
        worker = staffId;
        return this;
    }

    public History opened(Channel channel) {
        openedAt = now;
        Actor receiver = channel == Channel.WEB ? Actor.resident("p") : Actor.staff(worker, "g1");
        return say(
                receiver,
                new CaseEvent.Opened(
                        caseId,
                        "T",
                        "N",
                        channel,
                        nature,
                        category,
                        text(),
                        null,
                        null,
                        territory,
                        Urgency.NORMAL,
                        receiver,
                        "p",
                        openedAt));
    }

    public History confirmationAwaited() {
        state = CaseState.PENDING_CONFIRMATION;
        return say(new CaseEvent.ConfirmationAwaited(territory, now));
    }

    public History notFiled() {
        state = CaseState.NOT_FILED;
        return say(new CaseEvent.NotFiled("none", text()));
    }

    public History settledOnSpot() {
        return say(new CaseEvent.SettledOnSpot(text(), List.of()));
    }

    public History dispatched(List<String> to, String toLevel, String due) {
        return dispatched(to, toLevel, time(due));
    }

    public History dispatched(List<String> to, String toLevel, Instant due) {
        boolean first = dueAt == null;
        dueAt = first ? due : dueAt;
        begin(to, toLevel, due, CaseState.PENDING_ACCEPTANCE);
        return say(
                new CaseEvent.Dispatched(hold(), new RouteReason("rule", "r", 1), category, first ? due : null, false));
    }

    public History accepted() {
        state = CaseState.IN_PROGRESS;
        return say(new CaseEvent.Accepted(holder.getLast()));
    }

    public History returned() {
        state = CaseState.PENDING_DISPATCH;
        return say(new CaseEvent.Returned(holder.getLast(), "not ours"));
    }

    public History escalated(List<String> to, String toLevel, Instant due) {
        String from = holder.getLast();
        begin(to, toLevel, due, CaseState.PENDING_ACCEPTANCE);
        return say(new CaseEvent.Escalated(from, "COMMUNITY", hold(), "too big", text()));
    }

    public History extended(Instant due) {
        dueAt = due;
        hold = new Hold(
                hold().number(),
                hold().unitId(),
                hold().unitPath(),
                hold().level(),
                hold().startedAt(),
                null,
                due,
                false);
        return say(new CaseEvent.ExtensionGranted(1, hold(), due, false));
    }

    /** 并案: an order of a superior came with another case, and with it a shorter limit. */
    public History joined(String other, Instant due) {
        dueAt = due;
        Hold before = hold();
        hold = new Hold(
                before.number(),
                before.unitId(),
                before.unitPath(),
                before.level(),
                before.startedAt(),
                null,
                due,
                false);
        return say(new CaseEvent.CaseJoined(other, List.of(), new SuperiorOrder("12345-7", due), hold(), due, false));
    }

    public History completed() {
        state = CaseState.PENDING_CALLBACK;
        return say(new CaseEvent.Completed(holder.getLast(), text(), List.of(), inTime()));
    }

    public History reworked(Instant due) {
        reworks++;
        begin(holder, String.valueOf(level), due, CaseState.IN_PROGRESS);
        return say(new CaseEvent.Reworked(hold(), null, "unit-at-fault"));
    }

    public History closed(@Nullable String grade) {
        return closed(grade == null ? CloseReason.UNCONFIRMED : CloseReason.SATISFIED, grade);
    }

    public History closed(CloseReason reason, @Nullable String grade) {
        return closed(reason, grade, inTime());
    }

    public History closed(CloseReason reason, @Nullable String grade, boolean onTime) {
        state = CaseState.CLOSED;
        return say(new CaseEvent.Closed(reason, grade, onTime));
    }

    public History reopened(Instant due) {
        begin(holder, String.valueOf(level), due, CaseState.PENDING_ACCEPTANCE);
        return say(new CaseEvent.Reopened("again", hold()));
    }

    /** 回头看: asked again, and it stays closed. */
    public History revisited(String grade) {
        say(new CaseEvent.RevisitRequested(
                caseId + ".2", List.of("p-1"), null, Channel.GRID_WORKER, Instant.parse("2030-01-01T00:00:00Z")));
        return say(new CaseEvent.Revisited(caseId + ".2", true, true, grade));
    }

    public History cancelled() {
        state = CaseState.CANCELLED;
        return say(new CaseEvent.Cancelled("twice"));
    }

    public History mergedInto(String other) {
        state = CaseState.MERGED;
        return say(new CaseEvent.MergedInto(other, "same"));
    }

    public History mergeUndone(String other, CaseState before) {
        state = before;
        return say(new CaseEvent.MergeUndone(other, "not the same"));
    }

    public History commented() {
        return say(new CaseEvent.Commented(text()));
    }

    private boolean inTime() {
        return dueAt == null || !now.isAfter(dueAt);
    }

    private Hold hold() {
        if (hold == null) {
            throw new IllegalStateException("not dispatched");
        }
        return hold;
    }

    private void begin(List<String> to, String toLevel, Instant due, CaseState next) {
        holds++;
        hold = new Hold(holds, to.getLast(), to, toLevel, now, now.plus(Duration.ofHours(1)), due, false);
        holder = to;
        level = toLevel;
        state = next;
    }

    private static Erasable text() {
        return new Erasable("x", "00112233445566778899aabbccddeeff");
    }

    private History say(CaseEvent what) {
        return say(Actor.system("dispatch"), what);
    }

    private History say(Actor by, CaseEvent what) {
        CaseSummary after = new CaseSummary(
                caseId,
                "N-" + caseId,
                state,
                category,
                Urgency.NORMAL,
                level,
                territory,
                holder,
                List.of(),
                openedAt,
                dueAt,
                false,
                reworks);
        events.add(new Envelope<>(
                Streams.ofCase(caseId), events.size() + 1, now, null, new CaseMessage<>(by, after, what)));
        return this;
    }

    public List<Envelope<Event>> events() {
        return List.copyOf(events);
    }

    /** What is counted after all of it. */
    public FigureFacts facts() {
        FigureFacts facts = null;
        for (Envelope<Event> event : events) {
            facts = FigureFacts.after(facts, (CaseMessage<?>) event.body(), event.time());
        }
        if (facts == null) {
            throw new IllegalStateException("Nothing happened yet");
        }
        return facts;
    }
}

package io.wangge.dispatch.mongo.casefile;

import static io.wangge.dispatch.mongo.casefile.Parts.date;
import static io.wangge.dispatch.mongo.casefile.Parts.instant;
import static io.wangge.dispatch.mongo.casefile.Parts.maybe;
import static io.wangge.dispatch.mongo.casefile.Parts.put;
import static io.wangge.dispatch.mongo.casefile.Parts.strings;

import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.Case.Closing;
import io.wangge.dispatch.casefile.Case.Counts;
import io.wangge.dispatch.casefile.ProvisionalClock;
import io.wangge.dispatch.clock.Deadline;
import io.wangge.kit.search.SearchTerms;
import io.wangge.kit.store.DocumentMapper;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** {@link Case} ↔ document of {@code cases}. Beside the case's own fields it carries what the lists are found by. */
public final class CaseMapper implements DocumentMapper<Case> {
    static final String OPENED = "opened";
    static final String OPENED_AT = "openedAt";
    static final String STATE = "state";
    static final String CATEGORY = "category";
    static final String SCOPE_UNITS = "scopeUnits";
    static final String NEXT_TIMER_AT = "nextTimerAt";
    static final String AWAITED_YEAR = "awaitedYear";

    // For the lists only; what the case says of itself when it is read stands in its other fields.
    static final String HOLDER_UNITS = "holderUnits";
    static final String LEVEL = "level";
    static final String LATE_FROM = "lateFrom";
    static final String TERMS = "terms";
    static final String SCOPE_MARKS = "scopeMarks";

    @Override
    public Document toDocument(Case value) {
        Document document = new Document(OPENED, OpenedParts.toDocument(value.opened()))
                .append(OPENED_AT, date(value.openedAt()))
                .append(STATE, value.state().name())
                .append("deskPath", value.deskPath())
                .append("involvedUnits", value.involvedUnits())
                .append(SCOPE_UNITS, scopeUnits(value))
                .append("settledOnSpot", value.settledOnSpot())
                .append("counts", counts(value.counts()))
                .append("onTime", value.onTime())
                .append("lastEventAt", date(value.lastEventAt()))
                .append(ListKeys.ORDER, ListKeys.orderOf(value))
                .append(SCOPE_MARKS, ScopeMarks.of(value.scopeUnits()))
                .append(HOLDER_UNITS, value.holderPath());
        put(document, CATEGORY, value.category());
        put(document, "reason", maybe(value.reason(), HoldParts::reason));
        put(document, "hold", maybe(value.hold(), HoldParts::toDocument));
        put(document, "due", maybe(value.due(), CaseMapper::due));
        put(document, "waitingDueAt", maybe(value.waitingDueAt(), Parts::date));
        put(document, "roundId", value.roundId());
        put(document, "closing", maybe(value.closing(), CaseMapper::closing));
        put(
                document,
                "basis",
                BasisParts.toDocument(value.basis(), value.opened().versions()));
        put(document, "proceedings", ProceedingsParts.toDocument(value.proceedings()));
        List<ProvisionalClock> provisional = value.provisional();
        put(document, "provisional", provisional.isEmpty() ? null : ProvisionalParts.toDocuments(provisional));
        put(document, AWAITED_YEAR, awaitedYear(value));
        put(document, "timers", value.timers().isEmpty() ? null : TimerParts.toDocuments(value.timers()));
        put(
                document,
                NEXT_TIMER_AT,
                value.timers().isEmpty() ? null : date(value.timers().getFirst().at()));
        put(document, LEVEL, value.summary().level());
        put(document, LATE_FROM, maybe(value.lateFrom(), Parts::date));
        List<String> inbox = ListKeys.inboxOf(value);
        put(document, ListKeys.INBOX, inbox.isEmpty() ? null : inbox);
        return document;
    }

    @Override
    public Document writtenOnce(Case value) {
        return new Document(
                TERMS, List.copyOf(SearchTerms.of(value.opened().text().value())));
    }

    @Override
    public List<String> notRead() {
        return List.of(TERMS);
    }

    @Override
    public Case fromDocument(String id, Document document) {
        Opened opened = OpenedParts.fromDocument(id, document.get(OPENED, Document.class));
        return new Case(
                id,
                opened,
                instant(document, OPENED_AT),
                CaseState.valueOf(document.getString(STATE)),
                document.getString(CATEGORY),
                maybe(document.get("reason", Document.class), HoldParts::reasonFrom),
                strings(document, "deskPath"),
                maybe(document.get("hold", Document.class), HoldParts::fromDocument),
                strings(document, "involvedUnits"),
                ListKeys.unitsOf(strings(document, SCOPE_UNITS)),
                maybe(document.get("due", Document.class), CaseMapper::dueFrom),
                maybe(document.getDate("waitingDueAt"), at -> at.toInstant()),
                document.getBoolean("settledOnSpot"),
                countsFrom(document.get("counts", Document.class)),
                document.getString("roundId"),
                document.getBoolean("onTime"),
                maybe(document.get("closing", Document.class), CaseMapper::closingFrom),
                ProceedingsParts.fromDocument(document.get("proceedings", Document.class)),
                ProvisionalParts.fromDocuments(document.getList("provisional", Document.class, List.of())),
                TimerParts.fromDocuments(document.getList("timers", Document.class, List.of())),
                BasisParts.fromDocument(document.get("basis", Document.class), opened.versions()),
                instant(document, "lastEventAt"));
    }

    /** With one more for its level, so that the index by scope answers for a level of the whole district too. */
    private static List<String> scopeUnits(Case value) {
        String level = value.summary().level();
        return level == null
                ? value.scopeUnits()
                : Stream.concat(value.scopeUnits().stream(), Stream.of(ListKeys.ofLevel(level)))
                        .toList();
    }

    /** The next year that settles something; nothing is settled while the case is over. */
    private static @Nullable Integer awaitedYear(Case value) {
        return value.state().isOver()
                ? null
                : value.provisional().stream()
                        .map(ProvisionalClock::awaitedYear)
                        .min(Integer::compare)
                        .orElse(null);
    }

    private static Document counts(Counts counts) {
        return new Document("holds", counts.holds())
                .append("returns", counts.returns())
                .append("reworks", counts.reworks())
                .append("rounds", counts.rounds());
    }

    private static Counts countsFrom(Document counts) {
        return new Counts(
                counts.getInteger("holds"),
                counts.getInteger("returns"),
                counts.getInteger("reworks"),
                counts.getInteger("rounds"));
    }

    private static Document due(Deadline due) {
        return new Document("at", date(due.at())).append("provisional", due.provisional());
    }

    private static Deadline dueFrom(Document due) {
        return new Deadline(instant(due, "at"), due.getBoolean("provisional"));
    }

    private static Document closing(Closing closing) {
        Document document = new Document("at", date(closing.at())).append("onTime", closing.onTime());
        put(document, "reason", maybe(closing.reason(), CloseReason::name));
        put(document, "grade", closing.grade());
        return document;
    }

    private static Closing closingFrom(Document closing) {
        Instant at = instant(closing, "at");
        return new Closing(
                at,
                maybe(closing.getString("reason"), CloseReason::valueOf),
                closing.getString("grade"),
                closing.getBoolean("onTime"));
    }
}

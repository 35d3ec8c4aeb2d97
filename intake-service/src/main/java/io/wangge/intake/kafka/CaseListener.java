package io.wangge.intake.kafka;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.intake.desk.CaseStandings;
import io.wangge.intake.report.CallRound;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.CaseStanding.Reply;
import io.wangge.kit.consume.EventHandler;
import io.wangge.kit.consume.StreamPositions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps for every report how its case stands. A batch becomes one write per report, with the last news of it. A case
 * whose report is not here can never be applied: a report is always stored before dispatch can hear of it.
 */
public final class CaseListener implements EventHandler, StreamPositions {
    static final String UNKNOWN_REPORT = "unknown-report";
    static final String NOT_A_CASE_EVENT = "not-a-case-event";

    private final CaseStandings standings;
    private final Consumer<List<Envelope<CaseMessage<?>>>> tellPeople;

    /** @param tellPeople of what happened; may hear it again, and tells it once */
    public CaseListener(CaseStandings standings, Consumer<List<Envelope<CaseMessage<?>>>> tellPeople) {
        this.standings = standings;
        this.tellPeople = tellPeople;
    }

    @Override
    public List<Unappliable> apply(List<Envelope<Event>> events) {
        List<Unappliable> refused = new ArrayList<>();
        Map<String, CaseStanding> news = new LinkedHashMap<>();
        for (Envelope<Event> event : events) {
            if (event.body() instanceof CaseMessage<?> message) {
                news.merge(message.after().caseId(), standingAfter(event, message), CaseListener::later);
            } else {
                refused.add(new Unappliable(event, NOT_A_CASE_EVENT));
            }
        }
        // Before the standings, which remember what was heard: what is told twice is told once, what is skipped never.
        List<Envelope<CaseMessage<?>>> told =
                events.stream().flatMap(CaseListener::ofCase).toList();
        if (!told.isEmpty()) {
            tellPeople.accept(told);
        }
        Set<String> unknown = news.isEmpty() ? Set.of() : standings.keep(news);
        if (!unknown.isEmpty()) {
            events.stream()
                    .filter(event -> event.body() instanceof CaseMessage<?> message
                            && unknown.contains(message.after().caseId()))
                    .forEach(event -> refused.add(new Unappliable(event, UNKNOWN_REPORT)));
        }
        return refused;
    }

    private static Stream<Envelope<CaseMessage<?>>> ofCase(Envelope<Event> event) {
        return event.body() instanceof CaseMessage<?> message
                ? Stream.of(new Envelope<>(event.stream(), event.seq(), event.time(), event.traceparent(), message))
                : Stream.empty();
    }

    private static CaseStanding standingAfter(Envelope<Event> event, CaseMessage<?> message) {
        CloseReason reason = message.what() instanceof CaseEvent.Closed closed ? closed.reason() : null;
        Reply reply = message.what() instanceof CaseEvent.CriticismReplied replied
                ? new Reply(replied.text().value(), event.time())
                : null;
        return new CaseStanding(
                message.after().caseNumber(),
                message.after().state(),
                event.seq(),
                event.time(),
                reason,
                reply,
                reachOf(message.after()),
                CallRound.after(message),
                message.after().dueAt(),
                message.after().category(),
                holderOf(message.after()),
                message.what() instanceof CaseEvent.MergedInto merged ? merged.caseId() : null);
    }

    private static @Nullable String holderOf(CaseSummary after) {
        return after.holderPath().isEmpty() ? null : after.holderPath().getLast();
    }

    private static List<String> reachOf(CaseSummary after) {
        return Stream.of(after.territoryPath(), after.holderPath(), after.involvedUnits())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** A comment on a closed case says no reason of its own: the one before it still holds. */
    private static CaseStanding later(CaseStanding one, CaseStanding other) {
        CaseStanding older = one.seq() <= other.seq() ? one : other;
        CaseStanding newer = one.seq() <= other.seq() ? other : one;
        boolean stillClosed = newer.state() == CaseState.CLOSED && newer.closeReason() == null;
        return new CaseStanding(
                newer.caseNumber(),
                newer.state(),
                newer.seq(),
                newer.updatedAt(),
                stillClosed ? older.closeReason() : newer.closeReason(),
                newer.reply() == null ? older.reply() : newer.reply(),
                newer.reach(),
                newer.round() == null ? older.round() : newer.round(),
                newer.dueAt(),
                newer.category(),
                newer.holderId(),
                newer.state() == CaseState.MERGED && newer.carriedBy() == null ? older.carriedBy() : newer.carriedBy());
    }

    @Override
    public Map<String, Long> positionsOf(Set<String> streams) {
        Set<String> ids = streams.stream().map(Streams::subjectOf).collect(Collectors.toSet());
        Map<String, Long> positions = new HashMap<>();
        standings.seqsOf(ids).forEach((id, seq) -> positions.put(Streams.ofCase(id), seq));
        return positions;
    }
}

package io.wangge.ledger.book;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.casefile.CaseEvent.CallbackRequested;
import io.wangge.contracts.casefile.CaseEvent.DueTimesSetAnew;
import io.wangge.contracts.casefile.CaseEvent.RevisitRequested;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.ledger.book.Known.OpenRound;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.RoundOpening;
import io.wangge.ledger.callback.RoundOpening.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open rounds of a batch's cases, opened and ended as the cases move. */
final class RoundBook {
    /** Open rounds by id, with what the batch has done to them. */
    private final Map<String, RoundChange> rounds = new LinkedHashMap<>();

    RoundBook(Collection<OpenRound> open) {
        open.forEach(known -> rounds.put(
                known.round().roundId(),
                new RoundChange(known.round(), known.version(), known.round(), List.of(), "")));
    }

    void follow(String caseId, Envelope<Event> event, CaseMessage<?> message, CaseFacts now) {
        switch (message.what()) {
            case CallbackRequested request -> {
                endOthers(caseId, request.roundId(), message.after().state(), event);
                begin(RoundOpening.open(caseId, request, now.summary(), now.nature(), now.doer(), event.time()), event);
            }
            case RevisitRequested request -> {
                endOthers(caseId, request.roundId(), message.after().state(), event);
                begin(RoundOpening.open(caseId, request, now.summary(), now.nature(), now.doer(), event.time()), event);
            }
            case DueTimesSetAnew anew
            when anew.waitingDueAt() instanceof Instant dueAt -> dueAnew(caseId, dueAt, event);
            default -> endOthers(caseId, null, message.after().state(), event);
        }
    }

    private void begin(Turn turn, Envelope<Event> event) {
        RoundChange none = new RoundChange(null, 0, turn.round(), List.of(), "");
        rounds.put(turn.round().roundId(), changed(none, turn, event));
    }

    private void dueAnew(String caseId, Instant dueAt, Envelope<Event> event) {
        openOf(caseId)
                .forEach(change -> rounds.put(
                        change.after().roundId(),
                        changed(change, RoundOpening.dueAnew(change.after(), dueAt, event.time()), event)));
    }

    private List<RoundChange> openOf(String caseId) {
        return rounds.values().stream()
                .filter(change -> change.after().caseId().equals(caseId))
                .filter(change -> change.after().state() == Round.State.OPEN)
                .toList();
    }

    /** A round belongs to the state in which the case asked: awaiting a callback, or closed for a revisit. */
    private void endOthers(String caseId, @Nullable String asked, CaseState state, Envelope<Event> event) {
        for (RoundChange change : openOf(caseId)) {
            Round round = change.after();
            boolean over = asked != null || round.theCase().state() != state;
            if (over && !round.roundId().equals(asked)) {
                String reason = asked == null ? "case-moved-on" : "asked-anew";
                rounds.put(round.roundId(), changed(change, RoundOpening.abandon(round, reason, event.time()), event));
            }
        }
    }

    private static RoundChange changed(RoundChange before, Turn turn, Envelope<Event> cause) {
        List<Envelope<CallbackEvent>> events = new ArrayList<>(before.events());
        events.add(new Envelope<>(
                Streams.round(turn.round().roundId()),
                before.version() + events.size() + 1,
                turn.at(),
                cause.traceparent(),
                turn.event()));
        return new RoundChange(before.before(), before.version(), turn.round(), List.copyOf(events), cause.id());
    }

    List<RoundChange> changes() {
        return rounds.values().stream()
                .filter(change -> !change.events().isEmpty())
                .toList();
    }
}

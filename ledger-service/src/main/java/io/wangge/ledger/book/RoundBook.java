package io.wangge.ledger.book;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.casefile.CaseEvent.CallbackRequested;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.ledger.book.Known.OpenRound;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.RoundOpening;
import io.wangge.ledger.callback.RoundOpening.Turn;
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
        String asked = message.what() instanceof CallbackRequested request ? request.roundId() : null;
        if (asked != null || message.after().state() != CaseState.PENDING_CALLBACK) {
            endOthers(caseId, asked, event);
        }
        if (message.what() instanceof CallbackRequested request) {
            Turn turn = RoundOpening.open(caseId, request, now.summary(), now.doer(), event.time());
            RoundChange none = new RoundChange(null, 0, turn.round(), List.of(), "");
            rounds.put(request.roundId(), changed(none, turn, event));
        }
    }

    private void endOthers(String caseId, @Nullable String asked, Envelope<Event> event) {
        for (RoundChange change : List.copyOf(rounds.values())) {
            Round round = change.after();
            if (round.caseId().equals(caseId)
                    && round.state() == Round.State.OPEN
                    && !round.roundId().equals(asked)) {
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

package io.wangge.ledger.book;

import io.wangge.contracts.callback.CallbackEvent;
import io.wangge.contracts.casefile.CaseEvent.CallbackRequested;
import io.wangge.contracts.casefile.CaseEvent.DueTimesSetAnew;
import io.wangge.contracts.casefile.CaseEvent.RevisitRequested;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.RoundOpening;
import io.wangge.ledger.callback.RoundRetelling;
import io.wangge.ledger.entry.LedgerEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of one case as entries tell them: the case's own, in their order, open them and say when nobody needs to be
 * asked any more ({@link RoundBook} does so while they are written); then those of each round, in their order.
 */
public final class RoundTale {
    private final Map<String, ToldRound> rounds = new LinkedHashMap<>();
    private final ZoneId zone;

    /** @param zone whose days are counted between attempts */
    public RoundTale(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * @param seq of the last entry of the round's own stream
     * @param over since when the case does not ask any more by this round; null while it does
     */
    public record ToldRound(Round round, long seq, @Nullable Over over) {}

    /** @param reason as a round that is abandoned says it @param at time of the case's event */
    public record Over(String reason, Instant at) {}

    /** An entry of the case. @param now the case after it */
    public void follow(CaseMessage<?> message, CaseFacts now, Instant at) {
        String caseId = now.summary().caseId();
        switch (message.what()) {
            case CallbackRequested request -> {
                endOthers(now, request.roundId(), at);
                begin(RoundOpening.open(caseId, request, now.summary(), now.nature(), now.doer(), at)
                        .round());
            }
            case RevisitRequested request -> {
                endOthers(now, request.roundId(), at);
                begin(RoundOpening.open(caseId, request, now.summary(), now.nature(), now.doer(), at)
                        .round());
            }
            // Its rounds go on, and say so themselves.
            case DueTimesSetAnew anew when anew.waitingDueAt() != null -> {}
            default -> endOthers(now, null, at);
        }
    }

    private void begin(Round round) {
        rounds.put(round.roundId(), new ToldRound(round, 0, null));
    }

    private void endOthers(CaseFacts now, @Nullable String asked, Instant at) {
        rounds.replaceAll((id, told) -> {
            boolean left = told.round().theCase().state() != now.summary().state();
            boolean over = told.over() == null && !id.equals(asked) && (asked != null || left);
            return over
                    ? new ToldRound(
                            told.round(), told.seq(), new Over(asked == null ? "case-moved-on" : "asked-anew", at))
                    : told;
        });
    }

    /**
     * An entry of one of its rounds, after all of the case's.
     *
     * @throws IllegalStateException when an entry before it is missing
     */
    public void hear(LedgerEntry entry, CallbackEvent event) {
        ToldRound told = rounds.get(event.roundId());
        if (told == null) {
            // It was opened by an entry that is not there yet: the topics of cases and rounds are read side by side.
            return;
        }
        if (entry.seq() != told.seq() + 1) {
            throw new IllegalStateException("What comes before " + entry.id() + " is not there");
        }
        Round after = RoundRetelling.after(told.round(), event, entry.id(), entry.time(), zone);
        rounds.put(event.roundId(), new ToldRound(after, entry.seq(), told.over()));
    }

    public List<ToldRound> rounds() {
        return List.copyOf(rounds.values());
    }
}

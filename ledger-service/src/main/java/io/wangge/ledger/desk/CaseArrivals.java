package io.wangge.ledger.desk;

import io.wangge.kit.store.SeqWaiters;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.book.Changes;
import io.wangge.ledger.book.Reader;
import java.time.Duration;
import java.util.Optional;

/** Lets a reader wait until the ledger has a case, or has it up to an event. */
public final class CaseArrivals implements Reader {
    private final CaseLedger ledger;
    private final SeqWaiters waiters = new SeqWaiters();

    public CaseArrivals(CaseLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void written(Changes changes) {
        changes.cases()
                .forEach(move -> waiters.reached(
                        move.after().summary().caseId(), move.after().seq()));
    }

    /** @return the case at or after {@code seq}, or as it stands when the time is up */
    public Optional<CaseFacts> atLeast(String caseId, long seq, Duration atMost) {
        return waiters.await(caseId, seq, atMost, () -> ledger.facts(caseId), CaseFacts::seq);
    }
}

package io.wangge.ledger.kafka;

import io.wangge.kit.outbox.PendingEvent;
import io.wangge.kit.store.StreamStore;
import io.wangge.ledger.book.Changes;
import io.wangge.ledger.book.Reader;
import io.wangge.ledger.book.RoundChange;
import io.wangge.ledger.callback.Round;
import java.util.List;

/** Sends the events of rounds that a batch opened or ended, and wakes who waits for such a round. */
public final class RoundAnnouncer implements Reader {
    private final StreamStore<Round> rounds;

    public RoundAnnouncer(StreamStore<Round> rounds) {
        this.rounds = rounds;
    }

    @Override
    public void written(Changes changes) {
        for (RoundChange change : changes.rounds()) {
            List<PendingEvent> events =
                    change.events().stream().map(PendingEvent::of).toList();
            String id = change.after().roundId();
            if (change.before() == null) {
                rounds.createdElsewhere(id, change.after(), change.commandId(), events);
            } else {
                rounds.committedElsewhere(id, events.getLast().seq(), events);
            }
        }
    }
}

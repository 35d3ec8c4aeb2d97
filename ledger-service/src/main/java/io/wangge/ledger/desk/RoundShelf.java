package io.wangge.ledger.desk;

import io.wangge.kit.store.Stored;
import io.wangge.ledger.callback.Round;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of rounds. */
public interface RoundShelf {

    /** Where a page ended. @param at due time, or time of the last event in the list of those done */
    record Place(Instant at, String roundId) {}

    /** @param next null on the last page */
    record Page(List<Stored<Round>> rounds, @Nullable Place next) {}

    /**
     * @param units the caller's; a round lies in scope when one of its units is among them
     * @param today where the residents live
     * @param now what was due before is overdue
     * @param limit at most so many
     */
    Page page(RoundTab tab, Set<String> units, LocalDate today, Instant now, @Nullable Place after, int limit);

    /**
     * 上门回访: what a grid worker may ask at the door, soonest due first; without what was his own work, and those who were
     * not at home today.
     *
     * @param units that the worker's role was given for
     */
    Page visits(Set<String> units, String workerId, LocalDate today, @Nullable Place after, int limit);
}

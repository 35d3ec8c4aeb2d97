package io.wangge.ledger.rebuild;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Facts of cases and figures, from the entries alone. What is kept of a case is one document, so it is put right case by
 * case, each from its own chain and in a transaction of its own: a reader never sees half of one. Sums over cases come from
 * a shadow generation that takes over when it is whole.
 */
public interface Rebuild {
    /**
     * Begins in the background. The same id again begins nothing.
     *
     * @return empty when another one runs
     */
    Optional<Progress> begin(UUID id);

    /** Of the last one; empty when there was none. */
    Optional<Progress> progress();

    /** What it is at. */
    enum Phase {
        CASES,
        FIGURES,
        DONE,
        FAILED
    }

    /**
     * @param cases how many were worked out
     * @param corrected of these, what stood there was not what the entries say
     * @param removed facts of cases that the ledger has no entries of
     * @param counted cases in the new figures
     * @param at when this was written; one that is not at its end and has not moved for a while has died, and another may
     *     begin
     * @param reason why it failed, without contents
     */
    record Progress(
            String id,
            Phase phase,
            long cases,
            long corrected,
            long removed,
            long counted,
            Instant startedAt,
            Instant at,
            @Nullable String reason) {
        public static Progress begin(String id, Instant now) {
            return new Progress(id, Phase.CASES, 0, 0, 0, 0, now, now, null);
        }

        public Progress more(long moreCases, long moreCorrected, long moreRemoved, Instant now) {
            return new Progress(
                    id,
                    phase,
                    cases + moreCases,
                    corrected + moreCorrected,
                    removed + moreRemoved,
                    counted,
                    startedAt,
                    now,
                    reason);
        }

        public Progress figures(Instant now) {
            return new Progress(id, Phase.FIGURES, cases, corrected, removed, 0, startedAt, now, null);
        }

        public Progress done(long nowCounted, Instant now) {
            return new Progress(id, Phase.DONE, cases, corrected, removed, nowCounted, startedAt, now, null);
        }

        public Progress failed(String why, Instant now) {
            return new Progress(id, Phase.FAILED, cases, corrected, removed, counted, startedAt, now, why);
        }
    }
}

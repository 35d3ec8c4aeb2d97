package io.wangge.ledger.rebuild;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Facts of cases, their callback rounds, lists of what is archived, and figures, from the entries alone. What is kept of a case is one document, so it is put right case by
 * case, each from its own chain and in a transaction of its own: a reader never sees half of one. Sums over cases come from
 * a shadow generation that takes over when it is whole.
 */
public interface Rebuild {
    /**
     * Begins in the background. The same id again begins nothing, but goes on with one whose replica died.
     *
     * @return empty when another one runs
     */
    Optional<Progress> begin(UUID id);

    /** Goes on where one stopped whose replica died; nothing when there is none. */
    void resume();

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
     * @param rounds callback rounds that did not stand as their entries say
     * @param listed lines of lists that are read from archives, of which the same holds
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
            long rounds,
            long listed,
            long counted,
            Instant startedAt,
            Instant at,
            @Nullable String reason) {
        public static Progress begin(String id, Instant now) {
            return new Progress(id, Phase.CASES, 0, 0, 0, 0, 0, 0, now, now, null);
        }

        public Progress more(long moreCases, long moreCorrected, long moreRemoved, long moreRounds, Instant now) {
            return with(
                    phase,
                    cases + moreCases,
                    corrected + moreCorrected,
                    removed + moreRemoved,
                    rounds + moreRounds,
                    counted,
                    now,
                    null);
        }

        /** The archives were read. */
        public Progress read(long nowListed, Instant now) {
            return new Progress(
                    id, phase, cases, corrected, removed, rounds, nowListed, counted, startedAt, now, reason);
        }

        public Progress alive(Instant now) {
            return with(phase, cases, corrected, removed, rounds, counted, now, reason);
        }

        public Progress figures(long nowCounted, Instant now) {
            return with(Phase.FIGURES, cases, corrected, removed, rounds, nowCounted, now, null);
        }

        public Progress done(long nowCounted, Instant now) {
            return with(Phase.DONE, cases, corrected, removed, rounds, nowCounted, now, null);
        }

        public Progress failed(String why, Instant now) {
            return with(Phase.FAILED, cases, corrected, removed, rounds, counted, now, why);
        }

        public boolean isOver() {
            return phase == Phase.DONE || phase == Phase.FAILED;
        }

        private Progress with(
                Phase nowPhase,
                long nowCases,
                long nowCorrected,
                long nowRemoved,
                long nowRounds,
                long nowCounted,
                Instant now,
                @Nullable String why) {
            return new Progress(
                    id,
                    nowPhase,
                    nowCases,
                    nowCorrected,
                    nowRemoved,
                    nowRounds,
                    listed,
                    nowCounted,
                    startedAt,
                    now,
                    why);
        }
    }
}

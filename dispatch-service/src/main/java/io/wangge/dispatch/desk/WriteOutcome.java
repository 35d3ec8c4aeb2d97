package io.wangge.dispatch.desk;

import io.wangge.dispatch.casefile.Case;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.Stored;
import java.util.Optional;

/** What became of a guarded write on a case that was there, said once for all who write. */
final class WriteOutcome {
    private WriteOutcome() {}

    /**
     * For whoever waits for an answer.
     *
     * @return empty when somebody else was first
     * @throws IllegalStateException when what was decided can never be stored
     */
    static Optional<CommandOutcome> told(String caseId, Commit<Case> commit) {
        return switch (commit) {
            case Commit.Done<Case>(Stored<Case> stored) -> Optional.of(new CommandOutcome.Done(stored));
            case Commit.LostRace<Case> lost -> Optional.empty();
            case Commit.OutboxFull<Case> full -> Optional.of(new CommandOutcome.OutboxFull());
            case Commit.Unknown<Case> unknown -> Optional.of(new CommandOutcome.Unknown());
            case Commit.DuplicateKey<Case>(String index) ->
                throw new IllegalStateException("Case " + caseId + " collides on " + index);
            case Commit.BadDocument<Case>(String message) ->
                throw new IllegalStateException("Case " + caseId + " cannot be stored: " + message);
        };
    }

    /** For a batch from a topic, which comes again as a whole. */
    enum InBatch {
        DONE,
        LOST_RACE,
        NEVER_STORED
    }

    /** @throws StoreBusy when the batch has to come again */
    static InBatch inBatch(Commit<Case> commit) {
        return switch (commit) {
            case Commit.Done<Case> done -> InBatch.DONE;
            case Commit.LostRace<Case> lost -> InBatch.LOST_RACE;
            case Commit.BadDocument<Case> bad -> InBatch.NEVER_STORED;
            case Commit.OutboxFull<Case> full -> throw new StoreBusy("outbox full");
            case Commit.Unknown<Case>(String cause) -> throw new StoreBusy(cause);
            case Commit.DuplicateKey<Case>(String index) -> throw new IllegalStateException(index);
        };
    }
}

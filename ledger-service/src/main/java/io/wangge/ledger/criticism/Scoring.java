package io.wangge.ledger.criticism;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.contracts.criticism.ScoringEvent.Candidate;
import io.wangge.contracts.criticism.ScoringEvent.Result;
import io.wangge.contracts.criticism.ScoringEvent.ScoringClosed;
import io.wangge.contracts.criticism.ScoringEvent.ScoringNoticed;
import io.wangge.ledger.records.Kept;
import io.wangge.ledger.records.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 半年评议: announced at least a week before, open between two moments, closed with its result. The ballots are none of it:
 * they lie where nothing leads back to a judge ({@link BallotBox}).
 *
 * @param unitPath of the unit that holds it, from the top down
 * @param voted who gave a ballot, in order of their ids; empty until it is closed
 * @param results null until it is closed
 */
public record Scoring(
        String id,
        ScoringNoticed notice,
        List<String> unitPath,
        Instant noticedAt,
        List<String> voted,
        @Nullable List<Result> results,
        Instant lastEventAt,
        String fingerprint)
        implements Kept {

    /** Where it stands. */
    public enum State {
        NOTICED,
        OPEN,
        CLOSED
    }

    public State state(Instant now) {
        if (results != null) {
            return State.CLOSED;
        }
        return now.isBefore(notice.opensAt()) ? State.NOTICED : State.OPEN;
    }

    /** Why {@code judge} may not give this ballot now; whether it is the second one only the ballot box knows. */
    public Optional<Refused> whyNot(String judge, Map<String, Integer> scores, Instant now) {
        if (!notice.judges().contains(judge)) {
            return Optional.of(Refused.of("not-a-judge"));
        }
        if (results != null || !now.isBefore(notice.closesAt())) {
            return Optional.of(new Refused("scoring-over", Map.of("closedAt", notice.closesAt())));
        }
        if (now.isBefore(notice.opensAt())) {
            return Optional.of(new Refused("scoring-not-open", Map.of("opensAt", notice.opensAt())));
        }
        List<String> candidates =
                notice.candidates().stream().map(Candidate::id).toList();
        if (scores.size() != candidates.size() || !scores.keySet().containsAll(candidates)) {
            return Optional.of(new Refused("ballot-not-whole", Map.of("candidates", candidates)));
        }
        boolean inRange =
                scores.values().stream().allMatch(score -> score >= notice.lowest() && score <= notice.highest());
        return inRange
                ? Optional.empty()
                : Optional.of(new Refused(
                        "score-out-of-range", Map.of("lowest", notice.lowest(), "highest", notice.highest())));
    }

    /** Why it cannot be closed yet. */
    public Optional<Refused> whyNotOver(int ballots, Instant now) {
        boolean over =
                !now.isBefore(notice.closesAt()) || ballots == notice.judges().size();
        return over
                ? Optional.empty()
                : Optional.of(new Refused("scoring-still-open", Map.of("closesAt", notice.closesAt())));
    }

    /** With the result that {@code counted} gives. */
    public Turn<Scoring> close(BallotBox.Counted counted, Actor by, Instant now) {
        if (results != null) {
            return new Turn.Repeated<>();
        }
        List<Result> counts = Counting.of(notice, counted.ballots());
        Scoring after = new Scoring(
                id,
                notice,
                unitPath,
                noticedAt,
                counted.voted(),
                counts,
                now.isBefore(lastEventAt) ? lastEventAt : now,
                fingerprint);
        return Turn.next(after, new ScoringClosed(id, counted.voted(), counts, by));
    }
}

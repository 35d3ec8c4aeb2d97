package io.wangge.ledger.http.criticism;

import io.wangge.contracts.criticism.ScoringEvent.Candidate;
import io.wangge.contracts.criticism.ScoringEvent.Result;
import io.wangge.ledger.criticism.Award;
import io.wangge.ledger.criticism.Scoring;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scoring round as it is shown. Before it is closed nobody learns more than how many have voted.
 *
 * @param ballots how many have voted
 * @param mayVote whether the caller is one of its judges
 * @param results the best first; absent until it is closed
 */
record ScoringView(
        String id,
        String title,
        String state,
        String stateZh,
        Instant noticedAt,
        Instant opensAt,
        Instant closesAt,
        List<String> delegation,
        List<String> supervision,
        List<String> judges,
        List<Candidate> candidates,
        int lowest,
        int highest,
        boolean dropExtremes,
        List<String> prizes,
        int ballots,
        boolean mayVote,
        @Nullable List<Result> results,
        List<AwardView> awards) {

    static ScoringView of(Scoring scoring, String callerId, int ballots, List<Award> awards, Instant now) {
        Scoring.State state = scoring.state(now);
        return new ScoringView(
                scoring.id(),
                scoring.notice().title(),
                state.name(),
                switch (state) {
                    case NOTICED -> "已公告";
                    case OPEN -> "评议中";
                    case CLOSED -> "已结束";
                },
                scoring.noticedAt(),
                scoring.notice().opensAt(),
                scoring.notice().closesAt(),
                scoring.notice().delegation(),
                scoring.notice().supervision(),
                scoring.notice().judges(),
                scoring.notice().candidates(),
                scoring.notice().lowest(),
                scoring.notice().highest(),
                scoring.notice().dropExtremes(),
                scoring.notice().prizesFen().stream().map(Yuan::of).toList(),
                ballots,
                scoring.notice().judges().contains(callerId),
                scoring.results(),
                awards.stream().map(award -> AwardView.of(award, false)).toList());
    }
}

package io.wangge.contracts.criticism;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Event;
import java.time.Instant;
import java.util.List;

/** Events of the stream {@code scoring/ID}: a half-yearly round in which judges score in secret. */
public sealed interface ScoringEvent extends Event {
    String scoringId();

    enum CandidateKind {
        CASE,
        UNIT
    }

    /** @param id of the criticism's case, or of the unit @param title as the ballot shows it */
    record Candidate(String id, CandidateKind kind, String title) {}

    /**
     * 评议公告.
     *
     * @param delegation 批评代表团
     * @param supervision 监督组
     * @param judges staff ids; each has one ballot
     * @param lowest score that may be given
     * @param highest score that may be given
     * @param dropExtremes whether each candidate's highest and lowest score are left out of its mean
     * @param prizesFen for the first, the second, … place, in cents of a yuan
     */
    record ScoringNoticed(
            String scoringId,
            String title,
            Instant opensAt,
            Instant closesAt,
            List<String> delegation,
            List<String> supervision,
            List<String> judges,
            List<Candidate> candidates,
            int lowest,
            int highest,
            boolean dropExtremes,
            List<Long> prizesFen,
            Actor by)
            implements ScoringEvent {}

    /**
     * @param mean to two decimals, such as {@code 87.25}
     * @param ballots that scored it
     * @param scores how often each score was given, the lowest first
     */
    record Result(String candidateId, String mean, int ballots, List<ScoreCount> scores) {}

    record ScoreCount(int score, int count) {}

    /** 评议结果: never who scored what. @param voted who gave a ballot, in order of their ids @param results the best first */
    record ScoringClosed(String scoringId, List<String> voted, List<Result> results, Actor by)
            implements ScoringEvent {}
}

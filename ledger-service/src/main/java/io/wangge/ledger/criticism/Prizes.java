package io.wangge.ledger.criticism;

import io.wangge.contracts.criticism.AwardEvent.Recipient;
import io.wangge.contracts.criticism.ScoringEvent.Candidate;
import io.wangge.contracts.criticism.ScoringEvent.CandidateKind;
import io.wangge.contracts.criticism.ScoringEvent.Result;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** 奖励 by a round's result; the ids follow from the round and the candidate, so that they are granted once. */
public final class Prizes {
    private Prizes() {}

    /** Equal means share a place and each has its prize; the places behind move back. */
    public static List<Award> of(Scoring scoring, Instant now) {
        List<Result> results = scoring.results() == null ? List.of() : scoring.results();
        List<Long> prizes = scoring.notice().prizesFen();
        List<Award> awards = new ArrayList<>();
        for (Result result : results) {
            int place = (int) results.stream()
                    .filter(other -> new BigDecimal(other.mean()).compareTo(new BigDecimal(result.mean())) > 0)
                    .count();
            if (place < prizes.size() && result.ballots() > 0) {
                awards.add(award(scoring, result, place, prizes.get(place), now));
            }
        }
        return List.copyOf(awards);
    }

    private static Award award(Scoring scoring, Result result, int place, long fen, Instant now) {
        Candidate candidate = scoring.notice().candidates().stream()
                .filter(one -> one.id().equals(result.candidateId()))
                .findFirst()
                .orElseThrow();
        boolean ofCase = candidate.kind() == CandidateKind.CASE;
        String key = scoring.id() + "/" + candidate.id();
        return new Award(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString(),
                ofCase ? candidate.id() : null,
                ofCase ? Recipient.CRITIC : Recipient.UNIT,
                ofCase ? null : candidate.id(),
                fen,
                scoring.notice().title() + "：第" + (place + 1) + "名，平均分 " + result.mean(),
                scoring.id(),
                scoring.unitPath(),
                now,
                null,
                null,
                now,
                key + "/" + place + "/" + fen);
    }
}

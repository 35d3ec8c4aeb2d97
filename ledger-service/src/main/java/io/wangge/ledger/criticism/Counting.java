package io.wangge.ledger.criticism;

import io.wangge.contracts.criticism.ScoringEvent.Candidate;
import io.wangge.contracts.criticism.ScoringEvent.Result;
import io.wangge.contracts.criticism.ScoringEvent.ScoreCount;
import io.wangge.contracts.criticism.ScoringEvent.ScoringNoticed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 计分: what the ballots add up to, the best first, equal ones in the order of the notice. */
final class Counting {
    /** One highest and one lowest left out must leave something to count. */
    private static final int LEAST_TO_DROP = 3;

    private Counting() {}

    static List<Result> of(ScoringNoticed notice, List<Map<String, Integer>> ballots) {
        return notice.candidates().stream()
                .map(candidate -> result(notice, candidate, ballots))
                .sorted(Comparator.comparing((Result result) -> new BigDecimal(result.mean()))
                        .reversed())
                .toList();
    }

    private static Result result(ScoringNoticed notice, Candidate candidate, List<Map<String, Integer>> ballots) {
        List<Integer> scores = ballots.stream()
                .map(ballot -> Objects.requireNonNull(ballot.get(candidate.id())))
                .sorted()
                .toList();
        List<Integer> counted =
                notice.dropExtremes() && scores.size() >= LEAST_TO_DROP ? scores.subList(1, scores.size() - 1) : scores;
        List<ScoreCount> counts = scores.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new ScoreCount(entry.getKey(), entry.getValue().intValue()))
                .toList();
        return new Result(candidate.id(), mean(counted), scores.size(), counts);
    }

    private static String mean(List<Integer> scores) {
        int sum = scores.stream().mapToInt(Integer::intValue).sum();
        return scores.isEmpty()
                ? "0.00"
                : BigDecimal.valueOf(sum)
                        .divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}

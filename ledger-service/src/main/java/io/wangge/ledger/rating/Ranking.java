package io.wangge.ledger.rating;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 排名, and 每周服务之星 among the workers: by mean points, then by the number of ratings, then by id. */
public record Ranking(List<Standing> standings) {
    /** One friend's rating makes no star. */
    public static final int LEAST_FOR_A_STAR = 5;

    public static Ranking of(List<Standing> standings) {
        return new Ranking(standings.stream()
                .sorted(Comparator.comparingLong(Standing::hundredths)
                        .thenComparingLong(Standing::count)
                        .reversed()
                        .thenComparing(Standing::id))
                .toList());
    }

    /** The first with enough ratings. */
    public Optional<Standing> star() {
        return standings.stream()
                .filter(standing -> standing.count() >= LEAST_FOR_A_STAR)
                .findFirst();
    }
}

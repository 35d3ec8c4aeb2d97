package io.wangge.ledger.score;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where published sheets stand. */
public interface ScoreShelf {
    int MOST = 200;

    Optional<ScoreSheet> find(String id);

    /** Latest month first, the last {@value #MOST}. @param month null for any */
    List<ScoreSheet> sheets(@Nullable YearMonth month);

    /** All of it or nothing. @return what stands now: this one, or the one that was there before */
    ScoreSheet publish(ScoreSheet sheet, List<UnitScore> scores);

    /** By rank; those that lie in one of these units. @param units null for all */
    List<UnitScore> scores(ScoreSheet sheet, @Nullable Collection<String> units);

    Optional<UnitScore> score(ScoreSheet sheet, String unitId);
}

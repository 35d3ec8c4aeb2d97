package io.wangge.ledger.score;

import java.time.Instant;
import java.time.YearMonth;

/**
 * A month's sheet of one formula, as it was published; never changed.
 *
 * @param id {@code formula.month}, such as {@code street.2026-03}: there is one
 * @param version of the formula
 * @param run which computation it is, where several replicas began one
 * @param units how many it scores
 */
public record ScoreSheet(
        String id, String formulaId, long version, YearMonth month, Instant computedAt, String run, int units) {

    public static String idOf(String formulaId, YearMonth month) {
        return formulaId + "." + month;
    }
}

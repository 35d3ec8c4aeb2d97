package io.wangge.dispatch.desk;

import io.wangge.contracts.casefile.CaseState;
import java.util.Map;

/**
 * How many cases lie where, within the caller's scope; each counted up to {@link #MOST}, which means so many or more.
 *
 * @param overdue open, and past the due time of the case
 */
public record CaseCounts(long inbox, long all, long reported, long overdue, Map<CaseState, Long> byState) {
    /** Shown as 999+. Nobody reads a longer list to its end, and sixteen such numbers are counted for every look. */
    public static final int MOST = 1_000;
}

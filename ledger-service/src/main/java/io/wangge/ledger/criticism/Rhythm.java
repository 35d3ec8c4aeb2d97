package io.wangge.ledger.criticism;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * 每月节奏 (systems.md S6): criticisms are collected from the 1st to the 5th, sorted from the 6th to the 10th, and consulted
 * on in the middle of the month.
 */
public record Rhythm(LocalDate collectFrom, LocalDate collectUntil, LocalDate sortUntil, LocalDate consultOn) {
    private static final int COLLECTED_BY = 5;
    private static final int SORTED_BY = 10;
    private static final int CONSULTED_ON = 15;

    public static Rhythm of(YearMonth month) {
        return new Rhythm(month.atDay(1), month.atDay(COLLECTED_BY), month.atDay(SORTED_BY), month.atDay(CONSULTED_ON));
    }

    /** What is to be done on {@code today}, or next. */
    public Step step(LocalDate today) {
        if (!today.isAfter(collectUntil)) {
            return new Step("COLLECT", collectUntil);
        }
        return today.isAfter(sortUntil) ? new Step("CONSULT", consultOn) : new Step("SORT", sortUntil);
    }

    /** @param what COLLECT 收集, SORT 梳理 or CONSULT 会商 */
    public record Step(String what, LocalDate dueOn) {}
}

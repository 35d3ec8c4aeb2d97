package io.wangge.ledger.desk;

/** The lists of the callback desk. */
public enum RoundTab {
    /** Still to be called today: open, and nobody tried yet today; soonest due first. */
    DUE,
    /** All that are open; soonest due first. */
    OPEN,
    /** Answered or abandoned; latest first. */
    DONE
}

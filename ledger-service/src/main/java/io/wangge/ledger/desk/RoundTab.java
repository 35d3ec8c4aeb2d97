package io.wangge.ledger.desk;

/** The lists of the callback desk. */
public enum RoundTab {
    /** Still to be called today: open, and nobody tried yet today; soonest due first. */
    DUE,
    /** All that are open; soonest due first. */
    OPEN,
    /** Open and due before now; longest overdue first. */
    OVERDUE,
    /** A resident's own answer through a link waits for a word on the fault; soonest due first. */
    JUDGE,
    /** Answered or abandoned; latest first. */
    DONE
}

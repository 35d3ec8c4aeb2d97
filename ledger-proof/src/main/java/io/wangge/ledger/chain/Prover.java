package io.wangge.ledger.chain;

/** Checks the stored ledger. May read all of it: ask seldom. */
public interface Prover {
    Verdict verifyAll();

    /** The chains of one case: its report, itself, its callback rounds. */
    Verdict verifyCase(String caseId);

    /** The seals of one day, such as {@code 2026-11-22}, with their pages and entries. */
    Verdict verifyDay(String day);
}

package io.wangge.ledger.score;

import java.time.Instant;

/** The next version of a formula, as somebody left it. @param revision counts its changes, from 1 */
public record Draft(Formula formula, long revision, Instant at, String by) {}

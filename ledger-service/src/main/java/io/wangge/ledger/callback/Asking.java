package io.wangge.ledger.callback;

import io.wangge.contracts.Actor;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The circumstances of an outcome.
 *
 * @param clerk who asked
 * @param now by the local clock
 * @param zone whose days are counted
 * @param fingerprint of the outcome's content, salts left out
 */
public record Asking(Actor clerk, Instant now, ZoneId zone, String fingerprint) {}

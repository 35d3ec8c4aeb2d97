package io.wangge.ledger.callback;

import io.wangge.contracts.Actor;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The circumstances of an outcome.
 *
 * @param by the clerk who asked, or the resident who answers through a link
 * @param now by the local clock
 * @param zone whose days are counted
 * @param fingerprint of the outcome's content, salts left out
 */
public record Asking(Actor by, Instant now, ZoneId zone, String fingerprint) {}

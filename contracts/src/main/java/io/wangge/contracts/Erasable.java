package io.wangge.contracts;

/**
 * Free text that may hold personal data. The ledger chains only SHA-256(salt ‖ value), so that erasing value and salt
 * leaves the chain whole.
 *
 * @param value the text itself
 * @param salt random, from the producer, so that a replay gives the same hash; erased together with the value
 */
public record Erasable(String value, String salt) {}

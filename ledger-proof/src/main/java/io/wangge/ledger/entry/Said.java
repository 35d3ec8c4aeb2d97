package io.wangge.ledger.entry;

import java.time.Instant;
import java.util.Map;

/**
 * What a producer said, before it is an entry.
 *
 * @param stream such as {@code case/ID}
 * @param seq its number in the stream, from 1
 * @param type CloudEvents type
 * @param time event time, cut to milliseconds: that is what is hashed and stored
 * @param data the body as JSON: maps, lists, strings, numbers, booleans
 */
public record Said(String stream, long seq, String type, Instant time, Map<String, Object> data) {}

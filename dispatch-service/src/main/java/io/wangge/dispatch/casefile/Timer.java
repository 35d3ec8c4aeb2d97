package io.wangge.dispatch.casefile;

import io.wangge.dispatch.escalation.ClockKind;
import java.time.Instant;

/**
 * A step that waits for its moment; fixed when its clock started.
 *
 * @param percent of the clock's limit
 */
public record Timer(Instant at, ClockKind clock, int percent) {}

package io.wangge.dispatch.casefile;

import io.wangge.dispatch.escalation.ClockKind;
import io.wangge.dispatch.escalation.StepMeasure;
import java.time.Instant;
import java.util.List;

/**
 * A step that waits for its moment; fixed when its clock started, so that a policy that comes into force later changes
 * nothing of it.
 *
 * @param percent of the clock's limit
 * @param measures what it does then; empty for one from before they were remembered, which does what the policy in force
 *     says
 */
public record Timer(Instant at, ClockKind clock, int percent, List<StepMeasure> measures) {
    public Timer {
        measures = List.copyOf(measures);
    }
}

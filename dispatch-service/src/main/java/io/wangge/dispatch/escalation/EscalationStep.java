package io.wangge.dispatch.escalation;

import java.util.List;

/**
 * One step of a policy.
 *
 * @param percent of the limit, from 1 to 1000
 * @param measures at least one
 */
public record EscalationStep(int percent, List<StepMeasure> measures) {
    public EscalationStep {
        measures = List.copyOf(measures);
    }
}

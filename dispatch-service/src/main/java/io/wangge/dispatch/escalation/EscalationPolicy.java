package io.wangge.dispatch.escalation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * 升级规则: what happens when a share of a limit is used up (domain.md, Escalation policy).
 *
 * @param steps per clock, in ascending order of their percent; a clock without steps only runs
 */
public record EscalationPolicy(Map<ClockKind, List<EscalationStep>> steps) {
    public EscalationPolicy {
        Map<ClockKind, List<EscalationStep>> copy = new EnumMap<>(ClockKind.class);
        steps.forEach((clock, its) -> copy.put(clock, ascending(clock, its)));
        steps = Map.copyOf(copy);
    }

    private static List<EscalationStep> ascending(ClockKind clock, List<EscalationStep> steps) {
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).percent() <= steps.get(i - 1).percent()) {
                throw new IllegalArgumentException("Steps of " + clock + " do not rise at " + steps.get(i));
            }
        }
        for (EscalationStep step : steps) {
            if (clock == ClockKind.SUPERVISION != step.percent() > 100) {
                throw new IllegalArgumentException(
                        "Beyond 100 % it is the supervision clock that counts, up to it never: " + clock + " " + step);
            }
        }
        return List.copyOf(steps);
    }

    public List<EscalationStep> of(ClockKind clock) {
        return steps.getOrDefault(clock, List.of());
    }

    /** 50 % remind, 80 % warn, 100 % supervise, 150 % move up, 200 % the leaders' list; whoever else waits is told of. */
    public static final EscalationPolicy USUAL = new EscalationPolicy(Map.of(
            ClockKind.CONFIRMATION, List.of(new EscalationStep(100, List.of(StepMeasure.TELL_ABOVE))),
            ClockKind.DISPATCH, List.of(new EscalationStep(100, List.of(StepMeasure.TELL_ABOVE))),
            ClockKind.ACCEPTANCE,
                    List.of(
                            new EscalationStep(80, List.of(StepMeasure.WARN_HEAD)),
                            new EscalationStep(100, List.of(StepMeasure.SUPERVISE_NORMAL, StepMeasure.TELL_ABOVE))),
            ClockKind.HANDLING,
                    List.of(
                            new EscalationStep(50, List.of(StepMeasure.REMIND)),
                            new EscalationStep(80, List.of(StepMeasure.WARN_HEAD)),
                            new EscalationStep(100, List.of(StepMeasure.SUPERVISE_NORMAL, StepMeasure.TELL_ABOVE))),
            ClockKind.CHECK, List.of(new EscalationStep(100, List.of(StepMeasure.TELL_ABOVE))),
            ClockKind.DECISION, List.of(new EscalationStep(100, List.of(StepMeasure.TELL_ABOVE))),
            ClockKind.SUPERVISION,
                    List.of(
                            new EscalationStep(150, List.of(StepMeasure.SUPERVISE_YELLOW, StepMeasure.MOVE_UP)),
                            new EscalationStep(200, List.of(StepMeasure.SUPERVISE_RED, StepMeasure.LEADERS_LIST)))));
}

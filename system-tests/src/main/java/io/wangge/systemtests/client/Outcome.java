package io.wangge.systemtests.client;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** What a callback clerk records. Sending the same object again is a repeat: its id stays. */
public record Outcome(ObjectNode json) {

    private static Outcome reached(boolean reached) {
        return new Outcome(Answer.JSON
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("reached", reached));
    }

    /** @param grade VERY_SATISFIED, SATISFIED or FAIR */
    public static Outcome satisfied(String grade) {
        Outcome outcome = reached(true);
        outcome.json.put("settled", true).put("grade", grade);
        return outcome;
    }

    public static Outcome unsatisfied(boolean settled, boolean unitAtFault, String comment) {
        Outcome outcome = unsatisfiedWithoutFault(settled);
        outcome.json.put("unitAtFault", unitAtFault).put("comment", comment);
        return outcome;
    }

    /** Incomplete: a clerk must say whether the unit is at fault. */
    public static Outcome unsatisfiedWithoutFault(boolean settled) {
        Outcome outcome = reached(true);
        outcome.json.put("settled", settled).put("grade", "UNSATISFIED");
        return outcome;
    }

    public static Outcome nobodyAnswered() {
        return reached(false);
    }
}

package io.wangge.dispatch.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Urgency;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.directory.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EscalationPolicyCheckTest {
    private static final EscalationPolicy LAST = policy("last", List.of(), List.of(), null, Map.of());

    private static EscalationPolicy policy(
            String id,
            List<String> categories,
            List<String> classes,
            @Nullable Urgency urgency,
            Map<ClockKind, List<EscalationStep>> steps) {
        return new EscalationPolicy(id, "规则", "Policy", categories, classes, urgency, steps);
    }

    private static EscalationPolicy handling(EscalationStep... steps) {
        return policy("p", List.of(), List.of("01"), null, Map.of(ClockKind.HANDLING, List.of(steps)));
    }

    private static EscalationStep at(int percent, StepMeasure... measures) {
        return new EscalationStep(percent, List.of(measures));
    }

    private static List<String> findings(EscalationPolicy... policies) {
        return EscalationPolicyCheck.check(List.of(policies), SmallDistrict.DIRECTORY).stream()
                .map(Finding::toString)
                .toList();
    }

    @Test
    void the_first_policy_that_is_for_a_matter_holds() {
        EscalationPolicies policies = new EscalationPolicies(List.of(
                policy("lamp", List.of("1101"), List.of(), null, Map.of()),
                policy("urgent-refuse", List.of(), List.of("01"), Urgency.EMERGENCY, Map.of()),
                LAST));

        assertThat(policies.of("1101", Urgency.EMERGENCY).id()).isEqualTo("lamp");
        assertThat(policies.of("0102", Urgency.EMERGENCY).id()).isEqualTo("urgent-refuse");
        assertThat(policies.of("0102", Urgency.NORMAL).id()).isEqualTo("last");
        assertThat(policies.of(null, Urgency.EMERGENCY).id()).isEqualTo("last");
    }

    @Test
    void the_usual_ones_are_sound() {
        assertThat(EscalationPolicyCheck.check(SmallDistrict.ESCALATION.all(), SmallDistrict.DIRECTORY))
                .isEmpty();
    }

    @Test
    void every_matter_has_a_policy_and_every_policy_may_be_asked() {
        EscalationPolicy some = handling(at(50, StepMeasure.REMIND));
        assertThat(findings(some))
                .containsExactly(
                        "escalation-policy: the last policy must be for everything: no categories, classes or urgency");
        assertThat(findings(LAST, policy("last", List.of(), List.of(), null, Map.of())))
                .containsExactly(
                        "escalation-policy last: the id stands twice",
                        "escalation-policy last: it is for everything, so those below it are never asked");
    }

    @Test
    void categories_and_classes_are_those_of_the_table() {
        assertThat(findings(policy("p", List.of("0102", "8888"), List.of("01", "88", "0"), null, Map.of()), LAST))
                .containsExactly(
                        "escalation-policy p: no category 8888",
                        "escalation-policy p: no class of categories 88",
                        "escalation-policy p: no class of categories 0");
    }

    @Test
    void steps_rise_lie_where_their_clock_counts_and_do_something() {
        assertThat(findings(handling(at(80, StepMeasure.REMIND), at(50, StepMeasure.REMIND)), LAST))
                .containsExactly("escalation-policy p handling 50 %: steps must rise, and 80 % stands before it");
        assertThat(findings(handling(at(0, StepMeasure.REMIND)), LAST))
                .containsExactly("escalation-policy p handling 0 %: it must lie between 1 and 1000");
        assertThat(findings(handling(at(150, StepMeasure.REMIND)), LAST))
                .containsExactly(
                        "escalation-policy p handling 150 %: beyond 100 % it is the supervision clock that counts, up to it never");
        assertThat(findings(handling(at(50)), LAST))
                .containsExactly("escalation-policy p handling 50 %: there is nothing to do");
        assertThat(findings(handling(at(50, StepMeasure.REMIND, StepMeasure.REMIND)), LAST))
                .containsExactly("escalation-policy p handling 50 %: a measure stands twice");
    }

    @Test
    void what_could_never_happen_is_refused() {
        assertThat(findings(
                        policy(
                                "p",
                                List.of(),
                                List.of("01"),
                                null,
                                Map.of(
                                        ClockKind.CHECK, List.of(at(100, StepMeasure.MOVE_UP)),
                                        ClockKind.SUPERVISION, List.of(at(150, StepMeasure.MOVE_UP)))),
                        LAST))
                .containsExactlyInAnyOrder(
                        "escalation-policy p check 100 %: MOVE_UP needs a unit that holds it, and here none does",
                        "escalation-policy p supervision: it never begins: neither acceptance nor handling has a step at 100 %");
        assertThat(findings(
                        policy(
                                "p",
                                List.of(),
                                List.of("01"),
                                null,
                                Map.of(ClockKind.SUSPENSION, List.of(at(100, StepMeasure.REMIND)))),
                        LAST))
                .containsExactly("escalation-policy p suspension: a suspension ends by itself and has no steps");
    }
}

package io.wangge.dispatch.escalation;

import io.wangge.contracts.Urgency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies in the order in which they are asked; the first that is for a matter holds for it.
 *
 * @param all the last one is for everything
 */
public record EscalationPolicies(List<EscalationPolicy> all) {
    public EscalationPolicies {
        all = List.copyOf(all);
    }

    /** @param category null while nobody has named a known one */
    public EscalationPolicy of(@Nullable String category, Urgency urgency) {
        return all.stream()
                .filter(policy -> policy.isFor(category, urgency))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No policy for everything: it must not be in force"));
    }
}

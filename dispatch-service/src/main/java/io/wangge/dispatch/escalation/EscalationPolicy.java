package io.wangge.dispatch.escalation;

import io.wangge.contracts.Urgency;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 升级规则: what happens when a share of a limit is used up, for the matters that it is for (domain.md, Escalation policy).
 * What holds in it is checked by {@link EscalationPolicyCheck} before it comes into force.
 *
 * @param id stable name
 * @param nameZh as people read it
 * @param categories codes of subclasses that it is for, together with {@code classes}; both empty for every category
 * @param classes codes of classes, two digits
 * @param urgency that it is for; null for any
 * @param steps per clock, in ascending order of their percent; a clock without steps only runs
 */
public record EscalationPolicy(
        String id,
        String nameZh,
        String nameEn,
        List<String> categories,
        List<String> classes,
        @Nullable Urgency urgency,
        Map<ClockKind, List<EscalationStep>> steps) {
    public EscalationPolicy {
        categories = orNone(categories);
        classes = orNone(classes);
        Map<ClockKind, List<EscalationStep>> inOrder = new EnumMap<>(ClockKind.class);
        steps.forEach((clock, its) -> inOrder.put(clock, List.copyOf(its)));
        steps = Collections.unmodifiableMap(inOrder);
    }

    /** Lists that a file leaves out. */
    private static List<String> orNone(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    public List<EscalationStep> of(ClockKind clock) {
        return steps.getOrDefault(clock, List.of());
    }

    /** @param category null while nobody has named a known one */
    boolean isFor(@Nullable String category, Urgency caseUrgency) {
        return (urgency == null || urgency == caseUrgency) && (isForEveryCategory() || names(category));
    }

    private boolean names(@Nullable String category) {
        return category != null
                && (categories.contains(category) || classes.stream().anyMatch(category::startsWith));
    }

    private boolean isForEveryCategory() {
        return categories.isEmpty() && classes.isEmpty();
    }

    boolean isForEverything() {
        return isForEveryCategory() && urgency == null;
    }
}

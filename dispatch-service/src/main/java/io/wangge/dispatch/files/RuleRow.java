package io.wangge.dispatch.files;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.dispatch.routing.Rule;
import io.wangge.dispatch.routing.RuleOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule as it stands in {@code rules.json}; what is left out of an outcome is as the category has it. */
record RuleRow(String id, String title, String condition, Outcome outcome) {

    record Outcome(
            @Nullable String level,
            @Nullable String lead,
            @Nullable Boolean personDecides,
            @Nullable List<String> helpers,
            @Nullable Urgency urgency,
            @Nullable LimitItem acceptance,
            @Nullable LimitItem handling,
            @Nullable Boolean confirmFirst,
            @Nullable Boolean fieldCheck) {}

    Rule toRule() {
        return new Rule(
                id,
                title,
                condition,
                new RuleOutcome(
                        outcome.level(),
                        outcome.lead(),
                        Boolean.TRUE.equals(outcome.personDecides()),
                        outcome.helpers(),
                        outcome.urgency(),
                        outcome.acceptance(),
                        outcome.handling(),
                        outcome.confirmFirst(),
                        outcome.fieldCheck()));
    }
}

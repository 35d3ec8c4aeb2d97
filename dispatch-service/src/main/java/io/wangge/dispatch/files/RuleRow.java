package io.wangge.dispatch.files;

import io.wangge.dispatch.routing.Rule;
import io.wangge.dispatch.routing.RuleOutcome;
import org.jspecify.annotations.Nullable;

/** A rule as it stands in {@code rules.json}; what is left out of an outcome is as the category has it. */
record RuleRow(String id, String title, String condition, Outcome outcome) {

    record Outcome(
            @Nullable String level,
            @Nullable String lead,
            @Nullable Boolean personDecides) {}

    Rule toRule() {
        return new Rule(
                id,
                title,
                condition,
                new RuleOutcome(outcome.level(), outcome.lead(), Boolean.TRUE.equals(outcome.personDecides())));
    }
}

package io.wangge.dispatch.routing;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule sends a matter, and what is different there from what its category says.
 *
 * @param level code of a level of the ladder; null for the category's usual level
 * @param lead who leads, as a selector: a kind of department (the nearest one upward from the grid), 社区 for the
 *     territorial unit itself, 责任单位 for whom a dispatcher names, or {@code unit:ID} for this very unit; null for the
 *     category's lead
 * @param personDecides true when a dispatcher names the unit (责任单位)
 * @param helpers kinds of departments that help (协办), found as the lead is; null for none
 * @param urgency null for the report's own
 * @param acceptance limit for accepting; null for the category's
 * @param handling limit for handling; null for the category's
 * @param confirmFirst whether somebody looks before it is filed (核实); null for what the category says
 * @param fieldCheck whether somebody looks after it is done (核查); null for what the category says
 */
public record RuleOutcome(
        @Nullable String level,
        @Nullable String lead,
        boolean personDecides,
        @Nullable List<String> helpers,
        @Nullable Urgency urgency,
        @Nullable LimitItem acceptance,
        @Nullable LimitItem handling,
        @Nullable Boolean confirmFirst,
        @Nullable Boolean fieldCheck) {

    /** Begins a selector that names one unit. */
    static final String THIS_UNIT = "unit:";

    public RuleOutcome {
        helpers = helpers == null ? null : List.copyOf(helpers);
    }

    /** All else as the category has it. */
    public RuleOutcome(@Nullable String level, @Nullable String lead, boolean personDecides) {
        this(level, lead, personDecides, null, null, null, null, null, null);
    }

    /** What it asks for beside the unit. */
    RouteOrders orders() {
        return new RouteOrders(
                helpers == null ? List.of() : helpers, urgency, acceptance, handling, confirmFirst, fieldCheck);
    }
}

package io.wangge.contracts.casefile;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import org.jspecify.annotations.Nullable;

/**
 * What the rule that placed a case orders, in place of what the report and the category say; what is absent stays as they
 * say it.
 *
 * @param urgency of the case from then on
 * @param acceptance limit of every hold while the category stays
 * @param handling limit of every hold while the category stays
 * @param fieldCheck whether somebody looks after completion (核查), while the category stays
 */
public record RuleOrders(
        @Nullable Urgency urgency,
        @Nullable LimitItem acceptance,
        @Nullable LimitItem handling,
        @Nullable Boolean fieldCheck) {}

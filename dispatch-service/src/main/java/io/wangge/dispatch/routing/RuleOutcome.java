package io.wangge.dispatch.routing;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule sends a matter.
 *
 * @param level code of a level of the ladder; null for the category's usual level
 * @param lead kind of department that leads; null for the category's lead
 * @param personDecides true when a dispatcher names the unit (责任单位)
 */
public record RuleOutcome(@Nullable String level, @Nullable String lead, boolean personDecides) {}

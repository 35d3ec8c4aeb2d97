package io.wangge.contracts.casefile;

import org.jspecify.annotations.Nullable;

/**
 * Why a case is where it is: kept on the case, so that it can be explained after the rules have changed.
 *
 * @param ruleId the rule that matched; null when a person decided
 * @param ruleBookVersion version of the rule book that was asked; 0 when a person decided
 * @param code stable word for the reason, such as {@code rule}, {@code no-rule-matched}, {@code unknown-category},
 *     {@code retired-category}, {@code outside-every-grid}, {@code returned}, {@code person}
 */
public record RouteReason(String code, @Nullable String ruleId, long ruleBookVersion) {}

package io.wangge.contracts.casefile;

/**
 * Versions of the reference data that decided something, so that it can be worked out again years later; 0 for a kind that
 * the district did without then.
 *
 * @param organisation of the units
 * @param category of the category table
 * @param mandate of the list of competences and delegations
 * @param escalationPolicy of the escalation policies
 * @param casePolicy of the rules that hold for all cases
 */
public record TableVersions(
        long ladder,
        long organisation,
        long grid,
        long category,
        long ruleBook,
        long calendar,
        long mandate,
        long escalationPolicy,
        long casePolicy) {}

package io.wangge.dispatch.routing;

import java.util.Optional;

/**
 * Why a matter goes where it goes.
 *
 * @param question what the rules were asked; empty when none was asked, as the reason says
 * @param rule the one that decided, or failed; empty when none matched or none was asked
 * @param mandate the delegation or competence that named level or lead in place of the category
 */
public record Explanation(
        Route route, Optional<RouteQuestion> question, Optional<Rule> rule, Optional<Mandate> mandate) {}

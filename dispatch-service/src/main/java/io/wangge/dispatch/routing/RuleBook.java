package io.wangge.dispatch.routing;

import java.util.List;

/**
 * The rules in the order in which they are asked; the first whose condition holds decides.
 *
 * @param version kept on every case that it routed
 */
public record RuleBook(long version, List<Rule> rules) {
    public RuleBook {
        rules = List.copyOf(rules);
    }
}

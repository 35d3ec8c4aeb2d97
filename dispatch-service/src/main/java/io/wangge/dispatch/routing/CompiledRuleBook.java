package io.wangge.dispatch.routing;

import io.wangge.dispatch.routing.ConditionCompiler.BrokenCondition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A rule book whose conditions were all compiled and type-checked, ready to be asked. */
public final class CompiledRuleBook {
    private final long version;
    private final List<CompiledRule> rules;

    private CompiledRuleBook(long version, List<CompiledRule> rules) {
        this.version = version;
        this.rules = List.copyOf(rules);
    }

    /** @throws BrokenRuleBook when a condition does not compile or an id stands twice */
    public static CompiledRuleBook compile(RuleBook book, ConditionCompiler compiler) {
        List<CompiledRule> compiled = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Rule rule : book.rules()) {
            if (!ids.add(rule.id())) {
                throw new BrokenRuleBook(book.version(), rule.id(), "the id stands twice");
            }
            try {
                compiled.add(new CompiledRule(rule, compiler.compile(rule.condition())));
            } catch (BrokenCondition e) {
                throw new BrokenRuleBook(book.version(), rule.id(), String.valueOf(e.getMessage()));
            }
        }
        return new CompiledRuleBook(book.version(), compiled);
    }

    public long version() {
        return version;
    }

    /** The first rule whose condition holds. */
    public Optional<Rule> firstMatch(RouteQuestion question) {
        return rules.stream()
                .filter(rule -> rule.condition().test(question))
                .map(CompiledRule::rule)
                .findFirst();
    }

    private record CompiledRule(Rule rule, Predicate<RouteQuestion> condition) {}
}

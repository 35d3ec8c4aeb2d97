package io.wangge.dispatch.routing;

import io.wangge.contracts.Ladder;
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

    /** @throws BrokenRuleBook when a rule sends to a level that the ladder does not have */
    public CompiledRuleBook checkedAgainst(Ladder ladder) {
        for (CompiledRule compiled : rules) {
            String level = compiled.rule().outcome().level();
            if (level != null
                    && ladder.levels().stream().noneMatch(step -> step.code().equals(level))) {
                throw new BrokenRuleBook(version, compiled.rule().id(), "the ladder has no level " + level);
            }
        }
        return this;
    }

    public long version() {
        return version;
    }

    /** The first rule whose condition holds, or fails on this matter: behind a failed one, no other is asked. */
    Optional<Match> firstMatch(RouteQuestion question) {
        for (CompiledRule rule : rules) {
            try {
                if (rule.condition().test(question)) {
                    return Optional.of(new Match(rule.rule(), false));
                }
            } catch (BrokenCondition e) {
                return Optional.of(new Match(rule.rule(), true));
            }
        }
        return Optional.empty();
    }

    /** @param failed true when the condition type-checked, but could not be worked out for this matter */
    record Match(Rule rule, boolean failed) {}

    private record CompiledRule(Rule rule, Predicate<RouteQuestion> condition) {}
}

package io.wangge.dispatch.routing;

import io.wangge.contracts.Level;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.routing.ConditionCompiler.BrokenCondition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with a rule book at once, for the person who writes it. */
public final class RuleBookCheck {
    private final ConditionCompiler compiler;
    private final Optional<Directory> directory;
    private final List<Finding> findings = new ArrayList<>();

    private RuleBookCheck(ConditionCompiler compiler, Optional<Directory> directory) {
        this.compiler = compiler;
        this.directory = directory;
    }

    /** @param directory empty when it is broken itself: then only what the rules are in themselves is looked at */
    public static List<Finding> check(List<Rule> rules, ConditionCompiler compiler, Optional<Directory> directory) {
        RuleBookCheck check = new RuleBookCheck(compiler, directory);
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            String where = "rule " + rule.id();
            if (!ids.add(rule.id())) {
                check.findings.add(new Finding(where, "the id stands twice", "编号重复"));
            }
            check.compile(rule, where);
            check.outcome(rule.outcome(), where);
        }
        return check.findings;
    }

    private void compile(Rule rule, String where) {
        try {
            compiler.compile(rule.condition());
        } catch (BrokenCondition e) {
            String words = String.valueOf(e.getMessage());
            findings.add(new Finding(where, words, "条件有误：" + words));
        }
    }

    private void outcome(RuleOutcome outcome, String where) {
        String level = outcome.level();
        if (level != null
                && directory.isPresent()
                && directory.get().ladder().levels().stream().map(Level::code).noneMatch(level::equals)) {
            findings.add(new Finding(where, "the ladder has no level " + level, "层级表中没有层级 " + level));
        }
        selector(outcome.lead(), where);
        outcome.orders().helpers().forEach(helper -> selector(helper, where));
        limit(outcome.acceptance(), where);
        limit(outcome.handling(), where);
    }

    /** A unit that is named must be there, and some department of a kind that is named. */
    private void selector(@Nullable String selector, String where) {
        if (selector == null
                || directory.isEmpty()
                || selector.equals(LeadUnits.TERRITORIAL)
                || LeadUnits.isResponsibleUnit(selector)) {
            return;
        }
        if (selector.startsWith(RuleOutcome.THIS_UNIT)) {
            String id = selector.substring(RuleOutcome.THIS_UNIT.length());
            if (directory.get().unit(id).isEmpty()) {
                findings.add(new Finding(where, "no unit " + id, "没有单位 " + id));
            }
        } else if (directory.get().units().stream()
                .map(UnitItem::departmentKind)
                .noneMatch(selector::equals)) {
            findings.add(new Finding(where, "no department of kind " + selector, "没有 " + selector + " 类部门"));
        }
    }

    private void limit(@Nullable LimitItem limit, String where) {
        if (limit != null) {
            try {
                Limit.of(limit);
            } catch (IllegalArgumentException e) {
                String text = limit.amount() + " " + limit.unit();
                findings.add(new Finding(where, "limit " + text + " cannot be counted", "时限 " + text + " 无效"));
            }
        }
    }
}

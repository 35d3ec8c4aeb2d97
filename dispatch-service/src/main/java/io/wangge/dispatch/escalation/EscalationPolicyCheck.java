package io.wangge.dispatch.escalation;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.dispatch.directory.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold among the escalation policies before a clock is started by them. */
public final class EscalationPolicyCheck {
    private static final int MOST_PERCENT = 1000;

    private final Directory directory;
    private final List<Finding> findings = new ArrayList<>();

    private EscalationPolicyCheck(Directory directory) {
        this.directory = directory;
    }

    /** @param policies in the order in which they are asked */
    public static List<Finding> check(List<EscalationPolicy> policies, Directory directory) {
        EscalationPolicyCheck check = new EscalationPolicyCheck(directory);
        Set<String> ids = new HashSet<>();
        for (EscalationPolicy policy : policies) {
            String where = "escalation-policy " + policy.id();
            if (!ids.add(policy.id())) {
                check.find(where, "the id stands twice", "编号重复");
            }
            check.categories(policy, where);
            policy.steps().forEach((clock, steps) -> check.steps(clock, steps, where + " " + clock.code()));
            check.supervision(policy, where);
        }
        check.order(policies);
        return check.findings;
    }

    private void find(String where, String words, String wordsZh) {
        findings.add(new Finding(where, words, wordsZh));
    }

    /** Every case has a policy, and every policy may be asked. */
    private void order(List<EscalationPolicy> policies) {
        if (policies.isEmpty() || !policies.getLast().isForEverything()) {
            find(
                    "escalation-policy",
                    "the last policy must be for everything: no categories, classes or urgency",
                    "最后一条须适用于所有事项：不写类别、大类和紧急程度");
        }
        for (int i = 0; i < policies.size() - 1; i++) {
            if (policies.get(i).isForEverything()) {
                find(
                        "escalation-policy " + policies.get(i).id(),
                        "it is for everything, so those below it are never asked",
                        "它适用于所有事项，其后的规则永远不会生效");
            }
        }
    }

    private void categories(EscalationPolicy policy, String where) {
        policy.categories().stream()
                .filter(id -> directory.category(id).isEmpty())
                .forEach(id -> find(where, "no category " + id, "没有类别 " + id));
        policy.classes().stream()
                .filter(code -> code.length() != 2 || categoriesOf(code) == 0)
                .forEach(code -> find(where, "no class of categories " + code, "没有大类 " + code));
    }

    private long categoriesOf(String code) {
        return directory.categories().stream()
                .map(CategoryItem::id)
                .filter(id -> id.startsWith(code))
                .count();
    }

    private void steps(ClockKind clock, List<EscalationStep> steps, String where) {
        if (clock == ClockKind.SUSPENSION) {
            find(where, "a suspension ends by itself and has no steps", "挂账到期自动恢复，不设步骤");
        }
        if (clock == ClockKind.REVISIT) {
            find(where, "a revisit comes by itself and has no steps", "回头看到期自动进行，不设步骤");
        }
        int before = 0;
        for (EscalationStep step : steps) {
            String at = where + " " + step.percent() + " %";
            if (step.percent() < 1 || step.percent() > MOST_PERCENT) {
                find(at, "it must lie between 1 and " + MOST_PERCENT, "应在 1 到 " + MOST_PERCENT + " 之间");
            } else if (step.percent() <= before) {
                find(at, "steps must rise, and " + before + " % stands before it", "步骤须递增，前一步是 " + before + " %");
            }
            if (clock == ClockKind.SUPERVISION != step.percent() > 100) {
                find(
                        at,
                        "beyond 100 % it is the supervision clock that counts, up to it never",
                        "超过 100 % 的步骤只属于督办时钟，100 % 以内的步骤不属于督办时钟");
            }
            measures(clock, step, at);
            before = step.percent();
        }
    }

    private void measures(ClockKind clock, EscalationStep step, String at) {
        if (step.measures().isEmpty()) {
            find(at, "there is nothing to do", "没有措施");
        }
        if (step.measures().stream().distinct().count() < step.measures().size()) {
            find(at, "a measure stands twice", "措施重复");
        }
        boolean held = clock == ClockKind.ACCEPTANCE || clock == ClockKind.HANDLING || clock == ClockKind.SUPERVISION;
        if (!held && step.measures().contains(StepMeasure.MOVE_UP)) {
            find(at, "MOVE_UP needs a unit that holds it, and here none does", "此阶段没有承办单位，不能上移");
        }
    }

    /** The supervision clock begins with the step at 100 % of a clock of the hold. */
    private void supervision(EscalationPolicy policy, String where) {
        boolean begins = policy.of(ClockKind.HANDLING).stream().anyMatch(step -> step.percent() == 100)
                || policy.of(ClockKind.ACCEPTANCE).stream().anyMatch(step -> step.percent() == 100);
        if (!policy.of(ClockKind.SUPERVISION).isEmpty() && !begins) {
            find(
                    where + " supervision",
                    "it never begins: neither acceptance nor handling has a step at 100 %",
                    "督办时钟永不开始：受理和处置都没有 100 % 的步骤");
        }
    }
}

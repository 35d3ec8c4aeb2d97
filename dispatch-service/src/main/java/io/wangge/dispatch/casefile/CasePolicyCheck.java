package io.wangge.dispatch.casefile;

import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.dispatch.casefile.CasePolicy.SuspensionCause;
import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.directory.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold in the rules for all cases before any case is decided by them. */
public final class CasePolicyCheck {
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,40}");

    private final List<Finding> findings = new ArrayList<>();

    private CasePolicyCheck() {}

    /** @param rows as they came; there must be one */
    public static List<Finding> check(List<CasePolicy> rows) {
        CasePolicyCheck check = new CasePolicyCheck();
        if (rows.size() != 1) {
            check.find("", "there must be one row, not " + rows.size(), "应有且只有一行，现有 " + rows.size() + " 行");
        }
        rows.forEach(check::row);
        return check.findings;
    }

    private void find(String field, String words, String wordsZh) {
        findings.add(new Finding(("case-policy " + field).strip(), words, wordsZh));
    }

    private void row(CasePolicy policy) {
        CasePolicy.Waits limits = policy.limits();
        limit("limits.confirmation", limits.confirmation());
        limit("limits.dispatchEmergency", limits.dispatchEmergency());
        limit("limits.dispatchOther", limits.dispatchOther());
        limit("limits.check", limits.check());
        limit("limits.callback", limits.callback());
        limit("limits.decision", limits.decision());
        limit("limits.supervisionReply", limits.supervisionReply());
        limit("leastHoldAtCeiling", policy.leastHoldAtCeiling());
        between("onSpotCallbackPercent", policy.onSpotCallbackPercent(), 0, 100);
        between("mostExtensions", policy.mostExtensions(), 0, 10);
        between("longestSuspensionDays", policy.longestSuspensionDays(), 1, 366);
        between("returnsThatSupervise", policy.returnsThatSupervise(), 1, 10);
        between("reopenDays", policy.reopenDays(), 0, 3650);
        causes(policy.suspensionCauses());
        CasePolicy.Revisit revisit = policy.revisit();
        if (revisit != null) {
            limit("revisit.after", revisit.after());
            between("revisit.percent", revisit.percent(), 0, 100);
        }
        limit("criticism.reply", policy.criticismLimits().reply());
        limit("criticism.revisitAfter", policy.criticismLimits().revisitAfter());
        between("comebacksForHardCaseDesk", policy.comebacks(), 1, 20);
    }

    private void causes(List<SuspensionCause> causes) {
        if (causes.isEmpty()) {
            find("suspensionCauses", "there is none, so nothing could be suspended", "没有挂账原因，将无法挂账");
        }
        Set<String> codes = new HashSet<>();
        for (SuspensionCause cause : causes) {
            String field = "suspensionCauses " + cause.code();
            if (!CODE.matcher(cause.code()).matches()) {
                find(
                        field,
                        "its code may have small letters, digits and dashes, at most 40",
                        "代码只能用小写字母、数字和连字符，最多 40 个");
            }
            if (!codes.add(cause.code())) {
                find(field, "the code stands twice", "代码重复");
            }
            if (cause.nameZh().isBlank() || cause.nameEn().isBlank()) {
                find(field, "it needs a name in both languages", "须有中英文名称");
            }
        }
    }

    private void limit(String field, LimitItem limit) {
        try {
            Limit.of(limit);
        } catch (IllegalArgumentException e) {
            String text = limit.amount() + " " + limit.unit();
            find(field, "limit " + text + " cannot be counted", "时限 " + text + " 无效：数量至少为 1，单位须为已知单位");
        }
    }

    private void between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            find(
                    field,
                    value + " does not lie between " + least + " and " + most,
                    value + " 不在 " + least + " 到 " + most + " 之间");
        }
    }
}

package io.wangge.dispatch.directory;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.Level;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.dispatch.clock.Limit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A category has a place on the ladder below its ceiling, and limits that can be counted. */
final class CategoryCheck {
    /** Two digits of class and two of subclass (domain.md, Category). */
    private static final Pattern CODE = Pattern.compile("\\d{4}");

    private CategoryCheck() {}

    static List<Finding> check(Directory directory) {
        List<Finding> findings = new ArrayList<>();
        directory.categories().stream()
                .sorted(Comparator.comparing(CategoryItem::id))
                .forEach(category -> {
                    String where = "category " + category.id();
                    if (!CODE.matcher(category.id()).matches()) {
                        findings.add(new Finding(where, "its code is not four digits", "类别代码应为四位数字"));
                    }
                    checkPlace(category, directory.ladder(), where).ifPresent(findings::add);
                    checkLimit(category.acceptance(), where).ifPresent(findings::add);
                    checkLimit(category.handling(), where).ifPresent(findings::add);
                    if (category.neverLeaves() && category.needsNoEffort()) {
                        findings.add(new Finding(
                                where,
                                "it may not leave its ceiling, so there is no effort to waive",
                                "不得离开上限层级的类别谈不上免除先行处置"));
                    }
                });
        return findings;
    }

    private static Optional<Finding> checkPlace(CategoryItem category, Ladder ladder, String where) {
        Set<String> levels = ladder.levels().stream().map(Level::code).collect(Collectors.toSet());
        String ceiling = ladder.ceilings().get(category.scale());
        if (ceiling == null) {
            return Optional.of(new Finding(
                    where, "no ceiling for scale " + category.scale(), "没有为事权 " + category.scale() + " 设定上限层级"));
        }
        if (!levels.contains(category.usualLevel())) {
            return Optional.of(new Finding(
                    where,
                    "no level " + category.usualLevel() + " on the ladder",
                    "层级表中没有层级 " + category.usualLevel()));
        }
        return levels.contains(ceiling) && ladder.isBelow(ceiling, category.usualLevel())
                ? Optional.of(new Finding(
                        where, "its usual level lies above its ceiling " + ceiling, "通常层级高于事权上限 " + ceiling))
                : Optional.empty();
    }

    private static Optional<Finding> checkLimit(LimitItem limit, String where) {
        try {
            Limit.of(limit);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            String text = limit.amount() + " " + limit.unit();
            return Optional.of(
                    new Finding(where, "limit " + text + " cannot be counted", "时限 " + text + " 无效：数量至少为 1，单位须为已知单位"));
        }
    }
}

package io.wangge.dispatch.directory;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.Level;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.dispatch.clock.Limit;
import java.util.ArrayList;
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
        directory.categories().forEach(category -> {
            String where = "category " + category.id();
            if (!CODE.matcher(category.id()).matches()) {
                findings.add(new Finding(where, "its code is not four digits"));
            }
            checkPlace(category, directory.ladder()).ifPresent(words -> findings.add(new Finding(where, words)));
            checkLimit(category.acceptance()).ifPresent(words -> findings.add(new Finding(where, words)));
            checkLimit(category.handling()).ifPresent(words -> findings.add(new Finding(where, words)));
        });
        return findings;
    }

    private static Optional<String> checkPlace(CategoryItem category, Ladder ladder) {
        Set<String> levels = ladder.levels().stream().map(Level::code).collect(Collectors.toSet());
        String ceiling = ladder.ceilings().get(category.scale());
        if (ceiling == null) {
            return Optional.of("no ceiling for scale " + category.scale());
        }
        if (!levels.contains(category.usualLevel())) {
            return Optional.of("no level " + category.usualLevel() + " on the ladder");
        }
        return ladder.isBelow(ceiling, category.usualLevel())
                ? Optional.of("its usual level lies above its ceiling " + ceiling)
                : Optional.empty();
    }

    private static Optional<String> checkLimit(LimitItem limit) {
        try {
            Limit.of(limit);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("limit " + limit.amount() + " " + limit.unit() + " cannot be counted");
        }
    }
}

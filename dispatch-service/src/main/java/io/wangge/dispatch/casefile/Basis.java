package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.RuleOrders;
import io.wangge.contracts.casefile.TableVersions;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a case was decided by beside the versions that {@link Case#opened} names; remembered, so that tables that come into
 * force later change nothing of it.
 *
 * @param orders of the rule that placed it; null when there are none
 * @param dispatched versions at its first dispatch, which fixed its due time; null before, and for a case from before they
 *     were remembered
 */
public record Basis(@Nullable RuleOrders orders, @Nullable TableVersions dispatched) {
    static final Basis NONE = new Basis(null, null);

    Basis withOrders(@Nullable RuleOrders more) {
        return more == null ? this : new Basis(more, dispatched);
    }

    Basis dispatchedBy(@Nullable TableVersions versions) {
        return versions == null ? this : new Basis(orders, versions);
    }

    /** A rule's limits and check were for the category that it saw; the urgency stays. */
    Basis ofAnotherCategory() {
        return orders == null
                ? this
                : new Basis(
                        orders.urgency() == null ? null : new RuleOrders(orders.urgency(), null, null, null),
                        dispatched);
    }

    /** The category as it holds for this case: with the rule's orders in place of its own words. */
    public CategoryItem on(CategoryItem category) {
        return orders == null ? category : with(orders, category);
    }

    /** The category with a rule's orders in place of its own words. */
    static CategoryItem with(RuleOrders orders, CategoryItem category) {
        return new CategoryItem(
                category.id(),
                category.version(),
                category.itemKind(),
                category.classZh(),
                category.subclassZh(),
                category.classEn(),
                category.subclassEn(),
                category.scale(),
                category.usualLevel(),
                category.leadKind(),
                Objects.requireNonNullElse(orders.acceptance(), category.acceptance()),
                Objects.requireNonNullElse(orders.handling(), category.handling()),
                category.confirmFirst(),
                Objects.requireNonNullElse(orders.fieldCheck(), category.fieldCheck()),
                category.mediationFirst(),
                category.filingCondition(),
                category.closingCondition(),
                category.retired(),
                category.mayNotLeave(),
                category.effortWaived(),
                category.rewardedCriticism());
    }
}

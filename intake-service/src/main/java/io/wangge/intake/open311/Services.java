package io.wangge.intake.open311;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be asked for through Open311: the categories in force of what lies in the open. The standard is made for
 * "location-based non-emergency issues" and its lists are public; disputes, conduct and requests for help are neither.
 */
public final class Services {
    private static final Set<String> IN_THE_OPEN = Set.of("EVENT", "ASSET");

    private Services() {}

    public static List<CategoryItem> offered(Directory directory) {
        return directory.categories().stream()
                .filter(category -> isInTheOpen(category) && !category.retired())
                .sorted(Comparator.comparing(CategoryItem::id))
                .toList();
    }

    public static Optional<CategoryItem> offered(Directory directory, String code) {
        return directory.category(code).filter(category -> isInTheOpen(category) && !category.retired());
    }

    /** Also of a category that is kept only for old cases. */
    public static boolean isInTheOpen(CategoryItem category) {
        return IN_THE_OPEN.contains(category.itemKind());
    }

    /**
     * Whether somebody looks before it becomes a case. Such a service is "batch": its reporter gets a token, and a service
     * request, with a public id, once the look has found it true.
     */
    public static boolean isBatch(CategoryItem category) {
        return category.confirmFirst();
    }
}

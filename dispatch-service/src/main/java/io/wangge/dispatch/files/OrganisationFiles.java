package io.wangge.dispatch.files;

import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code units.csv} and {@code categories.csv}. */
final class OrganisationFiles {
    private OrganisationFiles() {}

    /** A parent stands before what is below it; the path follows from that. */
    static List<Item> units(CsvFile file) {
        Map<String, List<String>> paths = new HashMap<>();
        List<Item> units = new ArrayList<>();
        for (CsvFile.Row row : file.rows()) {
            String id = row.text("id");
            String parent = row.optional("parent");
            List<String> path = new ArrayList<>(parentPath(row, parent, paths));
            path.add(id);
            paths.put(id, path);
            units.add(new UnitItem(
                    id,
                    0,
                    row.text("name_zh"),
                    row.text("name_en"),
                    row.text("level"),
                    row.optional("department_kind"),
                    parent,
                    row.optional("code"),
                    List.copyOf(path)));
        }
        return units;
    }

    private static List<String> parentPath(CsvFile.Row row, @Nullable String parent, Map<String, List<String>> paths) {
        if (parent == null) {
            return List.of();
        }
        List<String> path = paths.get(parent);
        if (path == null) {
            throw row.wrong("parent " + parent + " does not stand above it");
        }
        return path;
    }

    static List<Item> categories(CsvFile file) {
        return file.rows().stream()
                .map(row -> (Item) new CategoryItem(
                        row.text("code"),
                        0,
                        row.text("kind"),
                        row.text("class_zh"),
                        row.text("subclass_zh"),
                        row.text("class_en"),
                        row.text("subclass_en"),
                        row.text("scale"),
                        row.text("usual_level"),
                        row.text("lead"),
                        limit(row, "acceptance"),
                        limit(row, "handling"),
                        row.yes("confirm_first"),
                        row.yes("field_check"),
                        row.yes("mediation_first"),
                        row.text("filing_condition"),
                        row.text("closing_condition"),
                        row.yes("retired")))
                .toList();
    }

    /** Such as {@code 15 WORKDAY}. */
    private static LimitItem limit(CsvFile.Row row, String column) {
        String[] parts = row.text(column).split(" ", -1);
        try {
            if (parts.length == 2) {
                return new LimitItem(Integer.parseInt(parts[0]), parts[1]);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw row.wrong(column + " is no limit such as 15 WORKDAY");
    }
}

package io.wangge.dispatch.files;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.directory.Asset;
import io.wangge.dispatch.directory.UnitTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads units, grids, staff and categories from CSV. Each function tells {@code faults} of the lines it cannot read. */
final class OrganisationFiles {
    private OrganisationFiles() {}

    /** Parents and children in any order; the paths follow from the parents. */
    static List<UnitItem> units(CsvFile file, Consumer<BadFile> faults) {
        return UnitTree.withPaths(file.each(
                faults,
                row -> new UnitItem(
                        row.text("id"),
                        0,
                        row.text("name_zh"),
                        row.text("name_en"),
                        row.text("level"),
                        row.optional("department_kind"),
                        row.optional("parent"),
                        row.optional("code"),
                        List.of())));
    }

    static List<GridItem> grids(CsvFile file, Consumer<BadFile> faults) {
        return file.each(faults, row -> new GridItem(row.text("id"), 0, row.text("code"), Wkt.rings(row, "polygon")));
    }

    /** One line for each role of a person, units with semicolons between; several lines of one id are one person. */
    static List<StaffItem> staff(CsvFile file, Consumer<BadFile> faults) {
        Map<String, StaffItem> people = new LinkedHashMap<>();
        file.each(faults, row -> {
            String id = row.text("id");
            String name = row.text("name");
            StaffItem before = people.getOrDefault(id, new StaffItem(id, 0, name, List.of()));
            if (!before.name().equals(name)) {
                throw row.wrong("another line calls " + id + " by another name", "编号 " + id + " 在另一行是另一个姓名");
            }
            List<Grant> grants = new ArrayList<>(before.grants());
            String role = row.optional("role");
            if (role != null) {
                grants.add(new Grant(role(row, role), units(row.optional("units"))));
            }
            people.put(id, new StaffItem(id, 0, name, List.copyOf(grants)));
            return id;
        });
        return List.copyOf(people.values());
    }

    private static Role role(CsvFile.Row row, String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findAny()
                .orElseThrow(() -> row.wrong("there is no role " + name, "没有角色 " + name));
    }

    private static List<String> units(@org.jspecify.annotations.Nullable String cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(";", -1)).map(String::strip).toList();
    }

    static List<CategoryItem> categories(CsvFile file, Consumer<BadFile> faults) {
        return file.each(
                faults,
                row -> new CategoryItem(
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
                        row.yes("retired"),
                        row.yesOrNothing("may_not_leave"),
                        row.yesOrNothing("effort_waived"),
                        row.yesOrNothing("rewarded_criticism")));
    }

    static List<Asset> assets(CsvFile file, Consumer<BadFile> faults) {
        return file.each(
                faults,
                row -> new Asset(
                        row.text("id"),
                        row.text("category"),
                        row.text("name_zh"),
                        GeoPoint.of(degrees(row, "longitude", 180), degrees(row, "latitude", 90)),
                        row.text("owner")));
    }

    private static double degrees(CsvFile.Row row, String column, int most) {
        try {
            double degrees = Double.parseDouble(row.text(column));
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw row.wrong(column + " is no number of degrees up to " + most, column + " 应为不超过 " + most + " 的度数");
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
        throw row.wrong(column + " is no limit such as 15 WORKDAY", column + " 不是时限，应如 15 WORKDAY");
    }
}

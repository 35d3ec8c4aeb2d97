package io.wangge.dispatch.files;

import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.directory.Asset;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.ReferenceKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes contents as files that {@link OrganisationImport} reads again to the same contents. */
public final class OrganisationExport {
    private OrganisationExport() {}

    /** Empty for a kind that has no such form. */
    public static Optional<byte[]> write(Content content, FileForm form) {
        return switch (form) {
            case CSV -> heading(content.kind()).map(heading -> csv(heading, lines(content)));
            case GEOJSON ->
                content.kind() == ReferenceKind.GRID
                        ? Optional.of(GridGeoJson.write(((Content.Items) content)
                                .items().stream().map(GridItem.class::cast).toList()))
                        : Optional.empty();
            case JSON -> Optional.of(ContentJson.write(content).getBytes(StandardCharsets.UTF_8));
        };
    }

    static Optional<List<String>> heading(ReferenceKind kind) {
        return switch (kind) {
            case UNIT -> Optional.of(List.of("id", "name_zh", "name_en", "level", "department_kind", "parent", "code"));
            case GRID -> Optional.of(List.of("id", "code", "polygon"));
            case STAFF -> Optional.of(List.of("id", "name", "role", "units"));
            case ASSET -> Optional.of(List.of("id", "category", "name_zh", "longitude", "latitude", "owner"));
            case CATEGORY ->
                Optional.of(List.of(
                        "code",
                        "kind",
                        "class_zh",
                        "subclass_zh",
                        "class_en",
                        "subclass_en",
                        "scale",
                        "usual_level",
                        "lead",
                        "acceptance",
                        "handling",
                        "confirm_first",
                        "field_check",
                        "mediation_first",
                        "filing_condition",
                        "closing_condition",
                        "retired",
                        "may_not_leave",
                        "effort_waived",
                        "rewarded_criticism"));
            default -> Optional.empty();
        };
    }

    private static byte[] csv(List<String> heading, Stream<List<String>> lines) {
        StringBuilder text = new StringBuilder(CsvText.MARK).append(CsvText.line(heading));
        lines.forEach(line -> text.append(CsvText.line(line)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<List<String>> lines(Content content) {
        return switch (content) {
            case Content.Items it -> it.items().stream().flatMap(item -> lines(item).stream());
            case Content.Table it -> it.rows().stream().map(row -> line((Asset) row));
            default -> throw new IllegalArgumentException(content.kind() + " is no table");
        };
    }

    private static List<String> line(Asset asset) {
        return List.of(
                asset.id(),
                asset.category(),
                asset.nameZh(),
                String.valueOf(asset.point().longitude()),
                String.valueOf(asset.point().latitude()),
                asset.ownerId());
    }

    private static List<List<String>> lines(Item item) {
        return switch (item) {
            case UnitItem it ->
                List.of(List.of(
                        it.id(),
                        it.nameZh(),
                        it.nameEn(),
                        it.level(),
                        text(it.departmentKind()),
                        text(it.parentId()),
                        text(it.code())));
            case GridItem it -> List.of(List.of(it.id(), it.code(), Wkt.of(it.rings())));
            case StaffItem it ->
                it.grants().isEmpty()
                        ? List.of(List.of(it.id(), it.name(), "", ""))
                        : it.grants().stream().map(grant -> line(it, grant)).toList();
            case CategoryItem it ->
                List.of(List.of(
                        it.id(),
                        it.itemKind(),
                        it.classZh(),
                        it.subclassZh(),
                        it.classEn(),
                        it.subclassEn(),
                        it.scale(),
                        it.usualLevel(),
                        it.leadKind(),
                        text(it.acceptance()),
                        text(it.handling()),
                        text(it.confirmFirst()),
                        text(it.fieldCheck()),
                        text(it.mediationFirst()),
                        it.filingCondition(),
                        it.closingCondition(),
                        text(it.retired()),
                        text(it.neverLeaves()),
                        text(it.needsNoEffort()),
                        text(it.rewardsCritics())));
            case LadderItem it -> throw new IllegalArgumentException("A ladder is no table");
        };
    }

    private static List<String> line(StaffItem person, Grant grant) {
        return List.of(person.id(), person.name(), grant.role().name(), String.join(";", grant.unitIds()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String text(boolean value) {
        return value ? "yes" : "no";
    }

    private static String text(LimitItem limit) {
        return limit.amount() + " " + limit.unit();
    }
}

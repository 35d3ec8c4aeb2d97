package io.wangge.intake.http.field;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.GridItem;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.attachment.DeclarationReading;
import io.wangge.intake.http.place.Pinyin;
import io.wangge.intake.place.Neighbourhood;
import io.wangge.intake.report.ReportRules;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a phone carries into the field.
 *
 * @param grids own ones first, then those that touch them, with their outlines
 * @param categories that are in use, with what one types to find them
 */
record FieldPackAnswer(List<Ground> grids, List<Kind> categories, List<Word> natures, Limits limits) {

    /** @param rings GeoJSON polygon coordinates, WGS-84 */
    record Ground(
            String code,
            String unitId,
            @Nullable String nameZh,
            @Nullable String nameEn,
            boolean own,
            List<List<List<Double>>> rings) {}

    record Kind(
            String id,
            String itemKind,
            String classZh,
            String subclassZh,
            String classEn,
            String subclassEn,
            String pinyin,
            String initials,
            String usualLevel,
            LimitItem handling,
            String filingCondition,
            String closingCondition) {}

    /** 咨询 求助 投诉 举报 建议. */
    record Word(String code, String zh, String en) {}

    /** So that a form says at once what the door will refuse. */
    record Limits(int textCharacters, long attachmentBytes, long reportBytes, int syncItems) {}

    private static final List<Word> NATURES = List.of(
            new Word("ENQUIRY", "咨询", "Enquiry"),
            new Word("HELP", "求助", "Help"),
            new Word("COMPLAINT", "投诉", "Complaint"),
            new Word("TIP_OFF", "举报", "Tip-off"),
            new Word("SUGGESTION", "建议", "Suggestion"));

    static FieldPackAnswer of(Neighbourhood around, Directory directory) {
        List<Ground> grids = Stream.concat(
                        around.own().stream().flatMap(code -> ground(code, true, directory)),
                        around.neighbours().stream().flatMap(code -> ground(code, false, directory)))
                .toList();
        List<Kind> categories = directory.categories().stream()
                .filter(category -> !category.retired())
                .sorted(Comparator.comparing(CategoryItem::id))
                .map(FieldPackAnswer::kind)
                .toList();
        return new FieldPackAnswer(
                grids,
                categories,
                NATURES,
                new Limits(
                        ReportRules.TEXT_LIMIT,
                        DeclarationReading.MOST_BYTES,
                        Attachments.MOST_BYTES_OF_AN_OWNER,
                        SyncController.MOST_ITEMS));
    }

    private static Stream<Ground> ground(String code, boolean own, Directory directory) {
        return directory.grid(code).stream().map(grid -> ground(grid, own, directory));
    }

    private static Ground ground(GridItem grid, boolean own, Directory directory) {
        UnitItem unit = directory.unit(grid.id()).orElse(null);
        return new Ground(
                grid.code(),
                grid.id(),
                unit == null ? null : unit.nameZh(),
                unit == null ? null : unit.nameEn(),
                own,
                grid.rings());
    }

    private static Kind kind(CategoryItem category) {
        Pinyin typed = Pinyin.of(category.subclassZh());
        return new Kind(
                category.id(),
                category.itemKind(),
                category.classZh(),
                category.subclassZh(),
                category.classEn(),
                category.subclassEn(),
                typed.full(),
                typed.initials(),
                category.usualLevel(),
                category.handling(),
                category.filingCondition(),
                category.closingCondition());
    }
}

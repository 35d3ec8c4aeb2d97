package io.wangge.intake.imports;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.NewReport;
import io.wangge.intake.report.ReportDraft;
import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportForm.Origin;
import io.wangge.intake.report.ReportForm.Position;
import io.wangge.intake.report.ReportForm.Resident;
import io.wangge.intake.report.ReportReading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From a row to a report, or to everything that is wrong with it. */
public sealed interface RowReading {
    record Readable(NewReport report) implements RowReading {}

    record Faulty(List<FieldFault> faults) implements RowReading {}

    /** As people write them into tables, beside our own codes. */
    Map<String, String> NATURES = Map.of(
            "咨询", Nature.ENQUIRY.name(),
            "求助", Nature.HELP.name(),
            "投诉", Nature.COMPLAINT.name(),
            "举报", Nature.TIP_OFF.name(),
            "建议", Nature.SUGGESTION.name());

    Map<String, String> CHANNELS = Map.of(
            "网格员", Channel.GRID_WORKER.name(),
            "热线", Channel.HOTLINE.name(),
            "微信", Channel.WECHAT.name(),
            "网站", Channel.WEB.name(),
            "走访", Channel.VISIT.name(),
            "接访", Channel.RECEPTION.name(),
            "巡逻", Channel.PATROL.name(),
            "上级交办", Channel.SUPERIOR_ORDER.name(),
            "媒体", Channel.MEDIA.name());

    Map<String, String> URGENCIES = Map.of(
            "紧急", Urgency.EMERGENCY.name(),
            "是", Urgency.EMERGENCY.name(),
            "一般", Urgency.NORMAL.name(),
            "普通", Urgency.NORMAL.name(),
            "否", Urgency.NORMAL.name());

    DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy[-][/][.]M[-][/][.]d[ ]['T'][H:mm[:ss]]");

    /** The same row of the same job is the same report, however often it is read. */
    static String reportId(String jobId, int line) {
        return UUID.nameUUIDFromBytes((jobId + "/" + line).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static RowReading of(String jobId, Row row, Mapping mapping, Directory directory, ZoneId zone, Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        ReportForm form = form(jobId, row, mapping, directory, zone, faults);
        return switch (ReportReading.of(form, now)) {
            case ReportReading.Readable(NewReport report) when faults.isEmpty() -> new Readable(report);
            case ReportReading.Readable readable -> new Faulty(faults);
            case ReportReading.Faulty(var more) -> {
                faults.addAll(more);
                yield new Faulty(faults);
            }
        };
    }

    private static ReportForm form(
            String jobId, Row row, Mapping mapping, Directory directory, ZoneId zone, List<FieldFault> faults) {
        String reference = mapping.cell(row, Field.REFERENCE);
        String answerBy = time(mapping.cell(row, Field.ANSWER_BY), zone);
        return new ReportDraft(reportId(jobId, row.line()))
                .category(category(mapping.cell(row, Field.CATEGORY), directory, faults))
                .text(mapping.cell(row, Field.TEXT))
                .location(position(row, mapping, faults))
                .gridCode(mapping.cell(row, Field.GRID_CODE))
                .urgency(known(mapping.cell(row, Field.URGENCY), URGENCIES))
                .channel(channel(row, mapping))
                .nature(nature(row, mapping))
                .observedAt(time(mapping.cell(row, Field.OBSERVED_AT), zone))
                .resident(resident(row, mapping))
                .assetId(mapping.cell(row, Field.ASSET_ID))
                .address(mapping.cell(row, Field.ADDRESS))
                .source(reference == null && answerBy == null ? null : new Origin(reference, answerBy))
                .form();
    }

    private static @Nullable String channel(Row row, Mapping mapping) {
        String said = known(mapping.cell(row, Field.CHANNEL), CHANNELS);
        return said != null || mapping.channel() == null
                ? said
                : mapping.channel().name();
    }

    private static @Nullable String nature(Row row, Mapping mapping) {
        String said = known(mapping.cell(row, Field.NATURE), NATURES);
        return said != null || mapping.nature() == null
                ? said
                : mapping.nature().name();
    }

    private static @Nullable String known(@Nullable String said, Map<String, String> words) {
        return said == null ? null : words.getOrDefault(said, said);
    }

    /** A code, or the name of a subclass; a name that nobody knows is told here, dispatch could do nothing with it. */
    private static @Nullable String category(@Nullable String said, Directory directory, List<FieldFault> faults) {
        if (said == null || directory.category(said).isPresent()) {
            return said;
        }
        // Spreadsheets take 0102 for a number.
        String padded = said.matches("\\d{3}") ? "0" + said : said;
        if (directory.category(padded).isPresent()) {
            return padded;
        }
        List<String> named = directory.categories().stream()
                .filter(category -> !category.retired())
                .filter(category -> said.equals(category.subclassZh()) || said.equalsIgnoreCase(category.subclassEn()))
                .map(CategoryItem::id)
                .toList();
        if (named.size() == 1) {
            return named.getFirst();
        }
        faults.add(FieldFault.of("category", "unknown-category"));
        return null;
    }

    private static @Nullable Position position(Row row, Mapping mapping, List<FieldFault> faults) {
        String longitude = mapping.cell(row, Field.LONGITUDE);
        String latitude = mapping.cell(row, Field.LATITUDE);
        if (longitude == null && latitude == null) {
            return null;
        }
        try {
            if (longitude != null && latitude != null) {
                return new Position("Point", List.of(Double.parseDouble(longitude), Double.parseDouble(latitude)));
            }
        } catch (NumberFormatException e) {
            // As below.
        }
        faults.add(FieldFault.of("location", "not-a-number"));
        return null;
    }

    private static @Nullable Resident resident(Row row, Mapping mapping) {
        String name = mapping.cell(row, Field.RESIDENT_NAME);
        String phone = mapping.cell(row, Field.RESIDENT_PHONE);
        return name == null && phone == null ? null : new Resident(name, phone, null);
    }

    /** What is no time stays as it is, for the form's own rule to say so. */
    private static @Nullable String time(@Nullable String said, ZoneId zone) {
        if (said == null) {
            return null;
        }
        try {
            var read = LOCAL.parseBest(said, LocalDateTime::from, LocalDate::from);
            LocalDateTime local = read instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(read);
            return local.atZone(zone).toOffsetDateTime().toString();
        } catch (DateTimeParseException e) {
            return said;
        }
    }
}

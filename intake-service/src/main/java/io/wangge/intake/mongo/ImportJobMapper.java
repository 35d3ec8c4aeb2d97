package io.wangge.intake.mongo;

import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.imports.Field;
import io.wangge.intake.imports.ImportJob;
import io.wangge.intake.imports.ImportJob.Format;
import io.wangge.intake.imports.ImportJob.State;
import io.wangge.intake.imports.Mapping;
import io.wangge.intake.imports.Row;
import io.wangge.intake.imports.RowError;
import io.wangge.intake.report.FieldFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** {@link ImportJob} and {@link RowError} ↔ their documents. */
final class ImportJobMapper {
    private ImportJobMapper() {}

    static Document document(ImportJob job) {
        return new ReportMapper.Fields()
                .put("_id", job.id())
                .put(MongoImportJobs.OWNER, job.ownerId())
                .put("fileName", job.fileName())
                .put("format", job.format().name())
                .put("encoding", job.encoding())
                .put("columns", job.columns())
                .put("rows", job.rows())
                .put(
                        "preview",
                        job.preview().stream().map(ImportJobMapper::document).toList())
                .put("mapping", job.mapping() == null ? null : document(job.mapping()))
                .put(MongoImportJobs.STATE, job.state().name())
                .put("doneLine", job.doneLine())
                .put("stored", job.stored())
                .put("refused", job.refused())
                .put(MongoImportJobs.CREATED_AT, ReportMapper.date(job.createdAt()))
                .put("endedAt", ReportMapper.date(job.endedAt()))
                .put("failure", job.failure())
                .document;
    }

    static ImportJob job(Document document) {
        return new ImportJob(
                document.getString("_id"),
                document.getString(MongoImportJobs.OWNER),
                document.getString("fileName"),
                Format.valueOf(document.getString("format")),
                document.getString("encoding"),
                List.copyOf(document.getList("columns", String.class)),
                document.getInteger("rows"),
                document.getList("preview", Document.class).stream()
                        .map(ImportJobMapper::row)
                        .toList(),
                ReportMapper.read(document.get("mapping", Document.class), ImportJobMapper::mapping),
                State.valueOf(document.getString(MongoImportJobs.STATE)),
                document.getInteger("doneLine"),
                document.getInteger("stored"),
                document.getInteger("refused"),
                document.getDate(MongoImportJobs.CREATED_AT).toInstant(),
                ReportMapper.read(document.getDate("endedAt"), Date::toInstant),
                document.getString("failure"));
    }

    private static Document document(Row row) {
        return new Document("line", row.line()).append("cells", row.cells());
    }

    private static Row row(Document row) {
        return new Row(row.getInteger("line"), row.getList("cells", String.class));
    }

    /** An empty text for a column that is left out. */
    static Document document(Mapping mapping) {
        return new ReportMapper.Fields()
                .put(
                        "columns",
                        mapping.columns().stream()
                                .map(field -> field == null ? "" : field.name())
                                .toList())
                .put("channel", nameOf(mapping.channel()))
                .put("nature", nameOf(mapping.nature()))
                .document;
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Mapping mapping(Document document) {
        List<@Nullable Field> columns = new ArrayList<>();
        for (String name : document.getList("columns", String.class)) {
            columns.add(name.isEmpty() ? null : Field.valueOf(name));
        }
        return new Mapping(
                columns,
                ReportMapper.read(document.getString("channel"), Channel::valueOf),
                ReportMapper.read(document.getString("nature"), Nature::valueOf));
    }

    static Document document(String jobId, RowError error, Instant at) {
        return new Document("_id", "%s/%07d".formatted(jobId, error.row().line()))
                .append("row", document(error.row()))
                .append(
                        "faults",
                        error.faults().stream()
                                .map(fault -> new Document("field", fault.field())
                                        .append("reason", fault.reason())
                                        .append("facts", new Document(fault.facts())))
                                .toList())
                .append("at", Date.from(at));
    }

    static RowError error(Document document) {
        return new RowError(
                row(document.get("row", Document.class)),
                document.getList("faults", Document.class).stream()
                        .map(fault -> new FieldFault(
                                fault.getString("field"),
                                fault.getString("reason"),
                                Map.copyOf(fault.get("facts", Document.class))))
                        .toList());
    }
}

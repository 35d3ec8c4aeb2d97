package io.wangge.intake.http.imports;

import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.imports.Field;
import io.wangge.intake.imports.ImportJob;
import io.wangge.intake.imports.Mapping;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An import job as its owner sees it.
 *
 * @param rows below the heading
 * @param preview the first rows
 * @param columns what each column is taken for: as guessed, or as told at the start
 * @param fields all that a column may stand for
 * @param done rows that are over
 * @param errors address of the file with the rows that became no report; absent while there are none
 */
record ImportAnswer(
        String id,
        String fileName,
        ImportJob.Format format,
        @Nullable String encoding,
        ImportJob.State state,
        int rows,
        List<String> headings,
        List<PreviewRow> preview,
        List<@Nullable Field> columns,
        @Nullable Channel channel,
        @Nullable Nature nature,
        List<Field> fields,
        int done,
        int stored,
        int refused,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String failure,
        @Nullable String errors) {
    record PreviewRow(int line, List<String> cells) {}

    /** One's own, newest first. */
    record ListAnswer(List<ImportAnswer> items) {}

    static ImportAnswer of(ImportJob job) {
        Mapping mapping = Objects.requireNonNullElseGet(job.mapping(), () -> Mapping.guess(job.columns()));
        return new ImportAnswer(
                job.id(),
                job.fileName(),
                job.format(),
                job.encoding(),
                job.state(),
                job.rows(),
                job.columns(),
                job.preview().stream()
                        .map(row -> new PreviewRow(row.line(), row.cells()))
                        .toList(),
                mapping.columns(),
                mapping.channel(),
                mapping.nature(),
                List.of(Field.values()),
                job.stored() + job.refused(),
                job.stored(),
                job.refused(),
                job.createdAt(),
                job.endedAt(),
                job.failure(),
                job.refused() == 0 ? null : "/api/v1/import-jobs/" + job.id() + "/errors");
    }
}

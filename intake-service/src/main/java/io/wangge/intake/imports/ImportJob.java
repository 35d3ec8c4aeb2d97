package io.wangge.intake.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 导入任务: a table that becomes reports.
 *
 * @param id UUID made by the client
 * @param ownerId staff id; the reports are his
 * @param encoding of a CSV file, as it was found
 * @param columns the heading
 * @param rows below the heading
 * @param preview the first rows
 * @param mapping null until it was started
 * @param doneLine the last line that is over
 * @param stored rows that are reports now
 * @param refused rows with errors
 * @param failure code of what ended it early
 */
public record ImportJob(
        String id,
        String ownerId,
        String fileName,
        Format format,
        @Nullable String encoding,
        List<String> columns,
        int rows,
        List<Row> preview,
        @Nullable Mapping mapping,
        State state,
        int doneLine,
        int stored,
        int refused,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String failure) {
    public enum Format {
        CSV,
        XLSX
    }

    public enum State {
        /** Waits to be told what its columns mean. */
        UPLOADED,
        RUNNING,
        DONE,
        CANCELLED,
        /** Somebody whom the staff no longer knows has started it, or its file is gone. */
        FAILED
    }
}

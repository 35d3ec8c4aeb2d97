package io.wangge.intake.desk;

import io.wangge.intake.imports.ImportJob;
import io.wangge.intake.imports.Mapping;
import io.wangge.intake.imports.RowError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Jobs that import tables, and the rows that became no report. */
public interface ImportJobs {
    /** The rows of an upload, put aside under a blob's id for a job that may never come to be. */
    record Staged(String blobId, String jobId) {}

    /** Before the blob is written, so that none is forgotten whatever happens next. */
    void staging(Staged rows, Instant at);

    /**
     * Rows that nobody reads any more: their job is over and nobody works on it, or it never came to be.
     *
     * @param longest that an upload may take between its blob and its job
     */
    List<Staged> unread(Instant now, Duration longest);

    /** Their blob is gone. */
    void forget(Staged rows);

    /** @return false when the id is taken */
    boolean add(ImportJob job);

    Optional<ImportJob> find(String id);

    /** Newest first, at most 50. */
    List<ImportJob> of(String ownerId);

    /** From UPLOADED to RUNNING. @return false when it was not there any more */
    boolean start(String id, Mapping mapping);

    /** From UPLOADED or RUNNING to CANCELLED. @return false when it was over */
    boolean cancel(String id, Instant at);

    /** A running job that nobody works on, for {@code lease}; the oldest first. @param worker who takes it */
    Optional<ImportJob> claim(String worker, Instant now, Duration lease);

    /**
     * Keeps the errors, and how far it is.
     *
     * @return false when it is no longer the worker's: cancelled, or somebody else has it
     */
    boolean progress(String worker, ImportJob now, List<RowError> errors, Instant at, Duration lease);

    /** From RUNNING to its end. */
    void end(String worker, ImportJob ended);

    /** In the order of their lines. */
    void errors(String id, Consumer<RowError> each);

    /** The first of them, in the order of the table. */
    List<RowError> firstErrors(String id, int most);
}

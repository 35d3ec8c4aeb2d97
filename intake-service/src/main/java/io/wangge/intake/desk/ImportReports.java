package io.wangge.intake.desk;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.intake.attachment.Blobs;
import io.wangge.intake.imports.BadTable;
import io.wangge.intake.imports.ImportJob;
import io.wangge.intake.imports.ImportJob.State;
import io.wangge.intake.imports.Mapping;
import io.wangge.intake.imports.RowError;
import io.wangge.intake.imports.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** 批量导入 as its owner sees it: upload and look, say what the columns mean, start, follow, cancel, fetch the errors. */
public final class ImportReports {
    private static final Set<Role> CLERKS =
            Set.of(Role.COMMUNITY_CLERK, Role.DISPATCHER, Role.HOTLINE_AGENT, Role.ADMIN);

    private final ImportJobs jobs;
    private final Blobs blobs;
    private final Tables tables;
    private final InstantSource clock;

    public ImportReports(ImportJobs jobs, Blobs blobs, Tables tables, InstantSource clock) {
        this.jobs = jobs;
        this.blobs = blobs;
        this.tables = tables;
        this.clock = clock;
    }

    /** Those who take in matters of others at a desk. */
    public boolean mayImport(Caller caller) {
        return CLERKS.stream().anyMatch(caller::has);
    }

    /** The blob that a job's rows stand in; another one for each try to upload. */
    static String blobOf(ImportJob job) {
        return "import-" + job.id() + "-" + job.createdAt().toEpochMilli();
    }

    /**
     * @param id UUID made by the client; a job of the same owner under it is answered as it stands
     * @return empty when the id is somebody else's
     */
    public Optional<ImportJob> upload(Caller caller, String id, String fileName, InputStream content)
            throws IOException, BadTable {
        Optional<ImportJob> earlier = jobs.find(id);
        if (earlier.isPresent()) {
            return earlier.filter(job -> job.ownerId().equals(caller.staffId()));
        }
        Path folder = Files.createTempDirectory("wangge-import");
        Path file = folder.resolve("upload");
        Path staged = folder.resolve("rows");
        try {
            Files.copy(content, file);
            Tables.Look look = tables.stage(file, staged);
            ImportJob job = new ImportJob(
                    id,
                    caller.staffId(),
                    fileName,
                    look.format(),
                    look.encoding(),
                    look.columns(),
                    look.rows(),
                    look.preview(),
                    null,
                    State.UPLOADED,
                    0,
                    0,
                    0,
                    Instant.ofEpochMilli(clock.millis()),
                    null,
                    null);
            jobs.staging(new ImportJobs.Staged(blobOf(job), id), job.createdAt());
            blobs.put(blobOf(job), staged);
            return jobs.add(job) ? Optional.of(job) : find(caller, id);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(staged);
            Files.deleteIfExists(folder);
        }
    }

    /** Others' jobs do not exist for the caller: what they hold is personal. */
    public Optional<ImportJob> find(Caller caller, String id) {
        return jobs.find(id).filter(job -> job.ownerId().equals(caller.staffId()));
    }

    public List<ImportJob> own(Caller caller) {
        return jobs.of(caller.staffId());
    }

    /** @param mapping without faults. @return false when it was started, or is over */
    public boolean start(ImportJob job, Mapping mapping) {
        return jobs.start(job.id(), mapping);
    }

    public boolean cancel(ImportJob job) {
        return jobs.cancel(job.id(), Instant.ofEpochMilli(clock.millis()));
    }

    public void errors(ImportJob job, Consumer<RowError> each) {
        jobs.errors(job.id(), each);
    }

    /** The first of them, for a page. */
    public List<RowError> firstErrors(ImportJob job, int most) {
        return jobs.firstErrors(job.id(), most);
    }
}

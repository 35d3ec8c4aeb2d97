package io.wangge.intake.desk;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.intake.attachment.Blobs;
import io.wangge.intake.imports.ImportJob;
import io.wangge.intake.imports.ImportJob.State;
import io.wangge.intake.imports.Mapping;
import io.wangge.intake.imports.Row;
import io.wangge.intake.imports.RowError;
import io.wangge.intake.imports.RowReading;
import io.wangge.intake.imports.Tables;
import io.wangge.intake.report.FieldFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works through the jobs that run, one at a time on each replica. Progress is written after each handful of rows; after a
 * crash the handful is read again, and its reports, having the ids of job and line, are found to be there already.
 */
public final class RunImports {
    /** As many as travel together in one write. */
    static final int AT_ONCE = 200;

    private static final Duration LEASE = Duration.ofMinutes(1);
    /** A slow store takes minutes for 32 MB. */
    private static final Duration UPLOAD = Duration.ofHours(1);

    private final ImportJobs jobs;
    private final Blobs blobs;
    private final Tables tables;
    private final TakeInReport takeIn;
    private final Supplier<Directory> directory;
    private final InstantSource clock;
    private final ZoneId zone;
    private final String worker;
    private final Pace pace;

    /** Waits after a handful so that an import leaves room for people. */
    @FunctionalInterface
    public interface Pace {
        void after(int rows, Duration took) throws InterruptedException;
    }

    /** @param worker this replica, at this start */
    public RunImports(
            ImportJobs jobs,
            Blobs blobs,
            Tables tables,
            TakeInReport takeIn,
            Supplier<Directory> directory,
            InstantSource clock,
            ZoneId zone,
            String worker,
            Pace pace) {
        this.jobs = jobs;
        this.blobs = blobs;
        this.tables = tables;
        this.takeIn = takeIn;
        this.directory = directory;
        this.clock = clock;
        this.zone = zone;
        this.worker = worker;
        this.pace = pace;
    }

    /** Works until no job is left. @throws IOException when the rows cannot be read now; they are tried again */
    public void runAll() throws IOException {
        Optional<ImportJob> next = jobs.claim(worker, clock.instant(), LEASE);
        while (next.isPresent()) {
            run(next.get());
            next = jobs.claim(worker, clock.instant(), LEASE);
        }
    }

    /**
     * Deletes the rows that no job reads any more, also those that a crash left behind: they hold contacts.
     *
     * @throws IOException when the store does not delete now; it is tried again
     */
    public void sweep() throws IOException {
        for (ImportJobs.Staged rows : jobs.unread(clock.instant(), UPLOAD)) {
            blobs.delete(rows.blobId());
            jobs.forget(rows);
        }
    }

    private void run(ImportJob job) throws IOException {
        Optional<Caller> owner = directory.get().caller(job.ownerId());
        Optional<InputStream> rows = blobs.open(ImportReports.blobOf(job));
        if (owner.isEmpty() || rows.isEmpty()) {
            rows.ifPresent(RunImports::close);
            jobs.end(worker, ended(job, State.FAILED, owner.isEmpty() ? "import-owner-left" : "import-file-gone"));
            return;
        }
        Run run = new Run(job, owner.get());
        try (InputStream staged = rows.get()) {
            tables.read(staged, job.doneLine(), run::visit);
            run.flush();
            jobs.end(worker, ended(run.job, State.DONE, null));
        } catch (NoLongerOurs stopped) {
            // Cancelled, or another replica has it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(InputStream rows) {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportJob ended(ImportJob job, State state, @Nullable String failure) {
        return with(job, state, job.doneLine(), job.stored(), job.refused(), clock.instant(), failure);
    }

    private static ImportJob with(
            ImportJob job,
            State state,
            int doneLine,
            int stored,
            int refused,
            @Nullable Instant endedAt,
            @Nullable String failure) {
        return new ImportJob(
                job.id(),
                job.ownerId(),
                job.fileName(),
                job.format(),
                job.encoding(),
                job.columns(),
                job.rows(),
                job.preview(),
                job.mapping(),
                state,
                doneLine,
                stored,
                refused,
                job.createdAt(),
                endedAt,
                failure);
    }

    /** The job was taken away in the middle. */
    private static final class NoLongerOurs extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** One job being worked through. */
    private final class Run {
        private final Caller owner;
        private final Mapping mapping;
        private final List<Row> gathered = new ArrayList<>();
        private ImportJob job;

        Run(ImportJob job, Caller owner) {
            this.job = job;
            this.owner = owner;
            this.mapping = Objects.requireNonNull(job.mapping(), "A running job has a mapping");
        }

        void visit(Row row) throws IOException {
            gathered.add(row);
            if (gathered.size() >= AT_ONCE) {
                try {
                    flush();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new NoLongerOurs();
                }
            }
        }

        void flush() throws IOException, InterruptedException {
            if (gathered.isEmpty()) {
                return;
            }
            Instant began = clock.instant();
            List<RowError> errors = takeAll();
            int stored = job.stored() + gathered.size() - errors.size();
            ImportJob now = with(
                    job, State.RUNNING, gathered.getLast().line(), stored, job.refused() + errors.size(), null, null);
            Instant at = clock.instant();
            if (!jobs.progress(worker, now, errors, at, LEASE)) {
                throw new NoLongerOurs();
            }
            job = now;
            int rows = gathered.size();
            gathered.clear();
            pace.after(rows, Duration.between(began, at));
        }

        /** Side by side, so that their writes travel together. */
        private List<RowError> takeAll() throws IOException, InterruptedException {
            List<Callable<Optional<RowError>>> tasks = gathered.stream()
                    .<Callable<Optional<RowError>>>map(row -> () -> take(row))
                    .toList();
            List<RowError> errors = new ArrayList<>();
            try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Optional<RowError>> done : hands.invokeAll(tasks)) {
                    done.get().ifPresent(errors::add);
                }
            } catch (ExecutionException e) {
                throw new IOException("A handful of rows is tried again later", e.getCause());
            }
            return errors;
        }

        private Optional<RowError> take(Row row) {
            return switch (RowReading.of(job.id(), row, mapping, directory.get(), zone, clock.instant())) {
                case RowReading.Faulty(var faults) -> Optional.of(new RowError(row, faults));
                case RowReading.Readable(var report) ->
                    switch (takeIn.take(owner, report, null)) {
                        case TakenIn.New taken -> Optional.<RowError>empty();
                        case TakenIn.Repeated again -> Optional.<RowError>empty();
                        case TakenIn.NotAllowed(var refused) ->
                            Optional.of(new RowError(row, List.of(FieldFault.of("", refused.code()))));
                        case TakenIn.Faulty(var faults) -> Optional.of(new RowError(row, faults));
                        case TakenIn.Unknown() ->
                            throw new IllegalStateException("Nobody knows whether a row was stored");
                    };
            };
        }
    }
}

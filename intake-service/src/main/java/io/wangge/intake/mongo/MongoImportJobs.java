package io.wangge.intake.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.intake.desk.ImportJobs;
import io.wangge.intake.imports.ImportJob;
import io.wangge.intake.imports.ImportJob.State;
import io.wangge.intake.imports.Mapping;
import io.wangge.intake.imports.RowError;
import io.wangge.kit.store.Inserts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collections {@code import_jobs}, {@code import_errors} and {@code import_rows} (which blobs hold rows of which job); a job is worked on by whoever holds its lease.
 */
public final class MongoImportJobs implements ImportJobs {
    static final String COLLECTION = "import_jobs";
    static final String ERRORS = "import_errors";
    static final String ROWS = "import_rows";
    static final String OWNER = "ownerId";
    static final String CREATED_AT = "createdAt";
    static final String STATE = "state";
    private static final String LEASED_UNTIL = "leasedUntil";
    private static final String WORKER = "worker";
    private static final String JOB = "jobId";
    private static final String AT = "at";
    private static final int SHOWN = 50;

    private final MongoCollection<Document> jobs;
    private final MongoCollection<Document> errors;
    private final MongoCollection<Document> rows;

    public MongoImportJobs(MongoDatabase database) {
        this.jobs = database.getCollection(COLLECTION);
        this.errors = database.getCollection(ERRORS);
        this.rows = database.getCollection(ROWS);
    }

    @Override
    public void staging(Staged of, Instant at) {
        Inserts.first(
                rows, new Document("_id", of.blobId()).append(JOB, of.jobId()).append(AT, Date.from(at)));
    }

    @Override
    public List<Staged> unread(Instant now, Duration longest) {
        Bson notHeld = Filters.or(
                Filters.exists("job." + LEASED_UNTIL, false), Filters.lt("job." + LEASED_UNTIL, Date.from(now)));
        List<String> over = List.of(State.DONE.name(), State.CANCELLED.name(), State.FAILED.name());
        return rows.aggregate(List.of(
                        Aggregates.lookup(COLLECTION, JOB, "_id", "job"),
                        Aggregates.match(Filters.or(
                                Filters.and(Filters.in("job." + STATE, over), notHeld),
                                Filters.and(Filters.size("job", 0), Filters.lt(AT, Date.from(now.minus(longest)))),
                                anothers(now.minus(longest))))))
                .map(document -> new Staged(document.getString("_id"), document.getString(JOB)))
                .into(new ArrayList<>());
    }

    /** Of two uploads under one id one became the job: the other's rows are named after another moment. */
    private static Bson anothers(Instant before) {
        return Filters.and(
                Filters.size("job", 1),
                Filters.lt(AT, Date.from(before)),
                Filters.expr(new Document("$ne", List.of("$" + AT, new Document("$first", "$job." + CREATED_AT)))));
    }

    @Override
    public void forget(Staged of) {
        rows.deleteOne(Filters.eq("_id", of.blobId()));
    }

    @Override
    public boolean add(ImportJob job) {
        return Inserts.first(jobs, ImportJobMapper.document(job));
    }

    @Override
    public Optional<ImportJob> find(String id) {
        return Optional.ofNullable(jobs.find(Filters.eq("_id", id)).first()).map(ImportJobMapper::job);
    }

    @Override
    public List<ImportJob> of(String ownerId) {
        return jobs.find(Filters.eq(OWNER, ownerId))
                .sort(Sorts.descending(CREATED_AT, "_id"))
                .limit(SHOWN)
                .map(ImportJobMapper::job)
                .into(new ArrayList<>());
    }

    @Override
    public boolean start(String id, Mapping mapping) {
        return jobs.updateOne(
                                Filters.and(Filters.eq("_id", id), in(State.UPLOADED)),
                                Updates.combine(
                                        to(State.RUNNING),
                                        Updates.set("mapping", ImportJobMapper.document(mapping)),
                                        Updates.set(LEASED_UNTIL, new Date(0))))
                        .getMatchedCount()
                > 0;
    }

    @Override
    public boolean cancel(String id, Instant at) {
        return jobs.updateOne(
                                Filters.and(
                                        Filters.eq("_id", id),
                                        Filters.in(STATE, State.UPLOADED.name(), State.RUNNING.name())),
                                Updates.combine(to(State.CANCELLED), Updates.set("endedAt", Date.from(at))))
                        .getMatchedCount()
                > 0;
    }

    @Override
    public Optional<ImportJob> claim(String worker, Instant now, Duration lease) {
        return Optional.ofNullable(jobs.findOneAndUpdate(
                        Filters.and(in(State.RUNNING), Filters.lt(LEASED_UNTIL, Date.from(now))),
                        Updates.combine(
                                Updates.set(WORKER, worker), Updates.set(LEASED_UNTIL, Date.from(now.plus(lease)))),
                        new FindOneAndUpdateOptions()
                                .sort(Sorts.ascending(CREATED_AT))
                                .returnDocument(ReturnDocument.AFTER)))
                .map(ImportJobMapper::job);
    }

    /** Errors first: read again after a crash, the same rows write the same errors. */
    @Override
    public boolean progress(String worker, ImportJob now, List<RowError> refused, Instant at, Duration lease) {
        if (!refused.isEmpty()) {
            errors.bulkWrite(refused.stream()
                    .map(error -> {
                        Document document = ImportJobMapper.document(now.id(), error, at);
                        return new ReplaceOneModel<>(
                                Filters.eq("_id", document.getString("_id")),
                                document,
                                new ReplaceOptions().upsert(true));
                    })
                    .toList());
        }
        return jobs.updateOne(
                                heldBy(worker, now),
                                Updates.combine(
                                        Updates.set("doneLine", now.doneLine()),
                                        Updates.set("stored", now.stored()),
                                        Updates.set("refused", now.refused()),
                                        Updates.set(LEASED_UNTIL, Date.from(at.plus(lease)))))
                        .getMatchedCount()
                > 0;
    }

    /** The lease runs out by itself: a replica that lost the job may still read its rows. */
    @Override
    public void end(String worker, ImportJob ended) {
        List<Bson> changes = new ArrayList<>(List.of(
                to(ended.state()), Updates.set("endedAt", ReportMapper.date(ended.endedAt())), Updates.unset(WORKER)));
        if (ended.failure() != null) {
            changes.add(Updates.set("failure", ended.failure()));
        }
        jobs.updateOne(heldBy(worker, ended), Updates.combine(changes));
    }

    @Override
    public void errors(String id, Consumer<RowError> each) {
        errorsOf(id).map(ImportJobMapper::error).forEach(each);
    }

    @Override
    public List<RowError> firstErrors(String id, int most) {
        return errorsOf(id).limit(most).map(ImportJobMapper::error).into(new ArrayList<>());
    }

    /** By the id's own index: "JOB/0000007". */
    private FindIterable<Document> errorsOf(String id) {
        return errors.find(Filters.and(Filters.gte("_id", id + "/"), Filters.lt("_id", id + "0")))
                .sort(Sorts.ascending("_id"));
    }

    private static Bson heldBy(String worker, ImportJob job) {
        return Filters.and(Filters.eq("_id", job.id()), in(State.RUNNING), Filters.eq(WORKER, worker));
    }

    private static Bson in(State state) {
        return Filters.eq(STATE, state.name());
    }

    private static Bson to(State state) {
        return Updates.set(STATE, state.name());
    }
}

package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.desk.PagePlace;
import io.wangge.intake.desk.Reports;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.SeqWaiters;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamDocument;
import io.wangge.kit.store.StreamStore;
import io.wangge.kit.store.StreamStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The collection {@code reports}: each document is the state of one stream {@code report/ID}. */
public final class MongoReports implements Reports {
    static final String COLLECTION = "reports";

    /** What was being written when the moment was told. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private final MongoCollection<Document> collection;
    private final StreamStore<Report> store;
    private final SeqWaiters caseWaiters;
    private final ReportMapper mapper = new ReportMapper();

    /** @param caseWaiters woken by whoever keeps the standings of the cases */
    public MongoReports(MongoDatabase database, StreamStores stores, SeqWaiters caseWaiters) {
        this.collection = database.getCollection(COLLECTION);
        this.store = stores.open(COLLECTION, Topics.REPORTS, Streams::report, UnaryOperator.identity(), mapper);
        this.caseWaiters = caseWaiters;
    }

    @Override
    public Optional<Report> find(String reportId) {
        return store.load(reportId).map(Stored::value);
    }

    @Override
    public List<Report> findAll(Collection<String> reportIds) {
        return reportIds.isEmpty()
                ? List.of()
                : store.loadAll(reportIds).values().stream().map(Stored::value).toList();
    }

    @Override
    public Optional<Report> findWithCase(String reportId, Duration atMost) {
        return caseWaiters.await(
                reportId,
                1,
                atMost,
                () -> find(reportId),
                report -> report.caseStanding().map(CaseStanding::seq).orElse(0L));
    }

    /** The command's id is the report's own: the client made it for this one purpose. */
    @Override
    public Added add(Report report, Envelope<Received> event) {
        Commit<Report> commit = store.create(report.id(), report, report.id(), List.of(event));
        return switch (commit) {
            case Commit.Done<Report> done -> Added.STORED;
            case Commit.DuplicateKey<Report>(String index) ->
                index.equals(IntakeMigrations.TRACKING_NUMBER_INDEX) ? Added.NUMBER_TAKEN : Added.ID_TAKEN;
            case Commit.LostRace<Report> lost -> Added.ID_TAKEN;
            case Commit.OutboxFull<Report> full -> Added.UNKNOWN;
            case Commit.Unknown<Report> unknown -> Added.UNKNOWN;
            case Commit.BadDocument<Report>(String message) ->
                throw new IllegalStateException("The store refused a report: " + message);
        };
    }

    @Override
    public List<Report> reportedBy(String staffId, @Nullable PagePlace after, int atMost) {
        return read(pageFilter(staffId, after), atMost);
    }

    /** No index of its own: one would cost every case event a write, and a person's reports are few. */
    @Override
    public List<Report> changedSince(String staffId, Instant since, @Nullable PagePlace after, int atMost) {
        Date from = Date.from(since.minus(UNDER_WAY));
        Bson changed =
                Filters.or(Filters.gte(ReportMapper.CHANGED_AT, from), Filters.gte(ReportMapper.RECEIVED_AT, from));
        return read(Filters.and(pageFilter(staffId, after), changed), atMost);
    }

    /** Index {@code of_resident}. */
    @Override
    public List<Report> ofResident(String personId, int atMost) {
        return read(Filters.eq(ReportMapper.RESIDENT, personId), atMost);
    }

    private List<Report> read(Bson filter, int atMost) {
        return collection
                .find(filter)
                .sort(Sorts.descending(ReportMapper.RECEIVED_AT, "_id"))
                .projection(Projections.exclude(StreamDocument.PENDING, StreamDocument.COMMANDS))
                .limit(atMost)
                .map(document -> mapper.fromDocument(document.getString("_id"), document))
                .into(new ArrayList<>());
    }

    /** Index {@code own_reports}. */
    static Bson pageFilter(String staffId, @Nullable PagePlace after) {
        Bson own = Filters.eq(ReportMapper.REPORTER, staffId);
        if (after == null) {
            return own;
        }
        Date time = Date.from(after.receivedAt());
        // The first bound lets the index start at the place; the second leaves out what was seen of the same moment.
        return Filters.and(
                own,
                Filters.lte(ReportMapper.RECEIVED_AT, time),
                Filters.or(Filters.lt(ReportMapper.RECEIVED_AT, time), Filters.lt("_id", after.reportId())));
    }
}

package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.desk.GuestReports;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.StreamDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The collection {@code reports}, by number and by person. */
public final class MongoGuestReports implements GuestReports {
    private static final Bson WITHOUT_OUTBOX = Projections.exclude(StreamDocument.PENDING, StreamDocument.COMMANDS);

    private static final String REOPENING = "reopeningAsked";
    private static final String REOPENING_AT = REOPENING + ".at";
    /** Stands until the case is opened again or the request is refused. */
    static final String REOPENING_OPEN = REOPENING + ".open";

    static final Migration REOPENINGS = new Migration(
            34,
            "Requests of residents to do it again that wait for an inspector, oldest first: GET /api/v1/reports/reopenings",
            List.of(IntakeMigrations.index(
                    MongoReports.COLLECTION,
                    new Document("key", new Document(REOPENING_AT, 1))
                            .append("name", "reopenings_asked")
                            .append("partialFilterExpression", new Document(REOPENING_OPEN, true)))));

    private final MongoCollection<Document> reports;
    private final MongoCollection<Document> followers;
    private final ReportMapper mapper = new ReportMapper();

    public MongoGuestReports(MongoDatabase database) {
        this.reports = database.getCollection(MongoReports.COLLECTION);
        this.followers = database.getCollection(MongoFollowers.COLLECTION);
    }

    @Override
    public Optional<Report> byTrackingNumber(String number) {
        return one(Filters.eq(ReportMapper.TRACKING_NUMBER, number)).or(() -> followedAs(number));
    }

    private Optional<Report> followedAs(String number) {
        return Optional.ofNullable(followers
                        .find(Filters.eq(ReportMapper.TRACKING_NUMBER, number))
                        .projection(Projections.include(MongoFollowers.FOLLOWS))
                        .first())
                .flatMap(follower -> one(Filters.eq("_id", follower.getString(MongoFollowers.FOLLOWS))));
    }

    @Override
    public Optional<CaseStanding> carrying(Report report) {
        return report.caseStanding()
                .map(CaseStanding::carriedBy)
                .flatMap(id -> one(Filters.eq("_id", id)))
                .filter(other -> other.received().nature() != Nature.TIP_OFF)
                .flatMap(Report::caseStanding);
    }

    private Optional<Report> one(Bson filter) {
        return Optional.ofNullable(
                        reports.find(filter).projection(WITHOUT_OUTBOX).first())
                .map(this::report);
    }

    @Override
    public List<Report> of(String personId, int atMost) {
        return reports.find(Filters.eq("residentId", personId))
                .sort(Sorts.descending(ReportMapper.RECEIVED_AT, "_id"))
                .projection(WITHOUT_OUTBOX)
                .limit(atMost)
                .map(this::report)
                .into(new ArrayList<>());
    }

    @Override
    public boolean askReopening(String reportId, long caseSeq, Instant at, String reason) {
        return reports.updateOne(
                                Filters.and(
                                        Filters.eq("_id", reportId),
                                        Filters.not(Filters.gte("reopeningAsked.caseSeq", caseSeq))),
                                Updates.set(
                                        REOPENING,
                                        new Document("caseSeq", caseSeq)
                                                .append("at", Date.from(at))
                                                .append("reason", reason)
                                                .append("open", true)))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public List<Asked> reopeningsAsked(Collection<String> unitIds, int atMost) {
        return reports.find(Filters.and(
                        Filters.eq(REOPENING_OPEN, true),
                        Filters.in(ReportMapper.CASE + "." + ReportMapper.CASE_REACH, unitIds)))
                .sort(Sorts.ascending(REOPENING_AT))
                .projection(WITHOUT_OUTBOX)
                .limit(atMost)
                .map(this::asked)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Asked> reopeningAsked(String reportId) {
        return Optional.ofNullable(
                        reports.find(Filters.and(Filters.eq("_id", reportId), Filters.eq(REOPENING_OPEN, true)))
                                .projection(WITHOUT_OUTBOX)
                                .first())
                .map(this::asked);
    }

    @Override
    public boolean refuseReopening(String reportId, Instant asked) {
        return reports.updateOne(
                                Filters.and(
                                        Filters.eq("_id", reportId),
                                        Filters.eq(REOPENING_OPEN, true),
                                        Filters.eq(REOPENING_AT, Date.from(asked))),
                                Updates.unset(REOPENING_OPEN))
                        .getModifiedCount()
                == 1;
    }

    private Asked asked(Document document) {
        Document asked = document.get(REOPENING, Document.class);
        return new Asked(
                report(document),
                asked.getDate("at").toInstant(),
                Objects.requireNonNullElse(asked.getString("reason"), ""));
    }

    private Report report(Document document) {
        return mapper.fromDocument(document.getString("_id"), document);
    }
}

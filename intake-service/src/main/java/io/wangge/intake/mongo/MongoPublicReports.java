package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.desk.PublicReports;
import io.wangge.intake.open311.RequestQuery;
import io.wangge.intake.open311.Submission.Extras;
import io.wangge.intake.report.Report;
import io.wangge.kit.store.StreamDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The reports of one channel, read by an index of their own, and {@code open311_extras}, what they have no place for. */
public final class MongoPublicReports implements PublicReports {
    static final String INDEX = "open311_requests";
    static final String EXTRAS = "open311_extras";

    private static final String STATE = ReportMapper.CASE + "." + ReportMapper.CASE_STATE;
    private static final List<String> OVER = Arrays.stream(CaseState.values())
            .filter(CaseState::isOver)
            .map(Enum::name)
            .toList();
    /** Strangers ask: none of their questions may keep the store. */
    private static final long MOST_MILLIS = 5_000;

    private final MongoCollection<Document> reports;
    private final MongoCollection<Document> extras;
    private final ReportMapper mapper = new ReportMapper();

    public MongoPublicReports(MongoDatabase database) {
        this.reports = database.getCollection(MongoReports.COLLECTION);
        this.extras = database.getCollection(EXTRAS);
    }

    @Override
    public List<Report> find(RequestQuery query, Set<String> batch, Set<String> open311) {
        return read(filter(query, batch, open311), (query.page() - 1) * query.pageSize(), query.pageSize());
    }

    /** Index {@code open311_requests}, whose condition is the first part. */
    static Bson filter(RequestQuery query, Set<String> batch, Set<String> open311) {
        List<Bson> all = new ArrayList<>();
        all.add(ofTheChannel());
        all.add(Filters.gte(ReportMapper.RECEIVED_AT, Date.from(query.from())));
        all.add(Filters.lte(ReportMapper.RECEIVED_AT, Date.from(query.until())));
        all.add(Filters.ne("nature", Nature.TIP_OFF.name()));
        all.add(Filters.in(
                "category",
                query.codes().isEmpty()
                        ? open311
                        : query.codes().stream().filter(open311::contains).toList()));
        all.add(Filters.or(
                Filters.nin("category", batch),
                Filters.and(Filters.exists(STATE), Filters.ne(STATE, CaseState.PENDING_CONFIRMATION.name()))));
        if (query.open() != null) {
            all.add(query.open() ? Filters.nin(STATE, OVER) : Filters.in(STATE, OVER));
        }
        updated(all, query.updatedFrom(), true);
        updated(all, query.updatedUntil(), false);
        return Filters.and(all);
    }

    private static void updated(List<Bson> all, @Nullable Instant when, boolean from) {
        if (when == null) {
            return;
        }
        Date date = Date.from(when);
        String moved = ReportMapper.CASE + "." + ReportMapper.CASE_UPDATED_AT;
        Bson sinceItMoved = from ? Filters.gte(moved, date) : Filters.lte(moved, date);
        Bson sinceItCame =
                from ? Filters.gte(ReportMapper.RECEIVED_AT, date) : Filters.lte(ReportMapper.RECEIVED_AT, date);
        all.add(Filters.or(sinceItMoved, Filters.and(Filters.exists(ReportMapper.CASE, false), sinceItCame)));
    }

    @Override
    public List<Report> numbered(Collection<String> trackingNumbers) {
        return read(
                Filters.and(ofTheChannel(), Filters.in(ReportMapper.TRACKING_NUMBER, trackingNumbers)),
                0,
                RequestQuery.MOST_AT_ONCE);
    }

    @Override
    public Optional<Report> withId(String reportId) {
        return read(Filters.and(ofTheChannel(), Filters.eq("_id", reportId)), 0, 1).stream()
                .findFirst();
    }

    private static Bson ofTheChannel() {
        return Filters.eq("channel", Channel.OPEN311.name());
    }

    private List<Report> read(Bson filter, int skip, int atMost) {
        return reports.find(filter)
                .sort(Sorts.descending(ReportMapper.RECEIVED_AT, "_id"))
                .projection(Projections.exclude(StreamDocument.PENDING, StreamDocument.COMMANDS))
                .skip(skip)
                .limit(atMost)
                .maxTime(MOST_MILLIS, TimeUnit.MILLISECONDS)
                .map(document -> mapper.fromDocument(document.getString("_id"), document))
                .into(new ArrayList<>());
    }

    @Override
    public void keepExtras(String reportId, String keyId, Extras given) {
        Document document = new ReportMapper.Fields()
                .put("keyId", keyId)
                .put("email", given.email())
                .put("deviceId", given.deviceId())
                .put("accountId", given.accountId())
                .put("mediaUrl", given.mediaUrl())
                .document;
        List<Bson> once = new ArrayList<>();
        document.forEach((field, value) -> once.add(Updates.setOnInsert(field, value)));
        extras.updateOne(Filters.eq("_id", reportId), Updates.combine(once), new UpdateOptions().upsert(true));
    }
}

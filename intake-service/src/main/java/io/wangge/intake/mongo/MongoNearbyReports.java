package io.wangge.intake.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.intake.alike.NearbyReports;
import io.wangge.intake.report.Report;
import io.wangge.kit.store.StreamDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * By the index {@code nearby_reports}: each cell and category is a run of it, the latest first, and the runs are merged,
 * so that as many keys are read as reports are asked for, however many lie there.
 */
public final class MongoNearbyReports implements NearbyReports {
    private final MongoCollection<Document> collection;
    private final ReportMapper mapper = new ReportMapper();

    public MongoNearbyReports(MongoDatabase database) {
        this.collection = database.getCollection(MongoReports.COLLECTION);
    }

    @Override
    public List<Report> in(Collection<String> cells, Collection<String> categories, Instant since, int atMost) {
        return find(cells, categories, since, atMost)
                .map(document -> mapper.fromDocument(document.getString("_id"), document))
                .into(new ArrayList<>());
    }

    FindIterable<Document> find(Collection<String> cells, Collection<String> categories, Instant since, int atMost) {
        List<@Nullable String> orNone = new ArrayList<>(categories);
        orNone.add(null);
        return collection
                .find(Filters.and(
                        Filters.in(ReportMapper.CELL, cells),
                        Filters.in(ReportMapper.CATEGORY, orNone),
                        Filters.gte(ReportMapper.RECEIVED_AT, Date.from(since))))
                .sort(Sorts.descending(ReportMapper.RECEIVED_AT))
                .projection(Projections.exclude(StreamDocument.PENDING, StreamDocument.COMMANDS))
                .limit(atMost);
    }
}

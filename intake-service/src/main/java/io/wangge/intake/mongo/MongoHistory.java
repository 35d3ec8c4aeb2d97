package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.intake.suggestion.History;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Reads the reports backwards in the order in which they were stored: bounded by how many are looked at, and without an
 * index that every report would have to pay for.
 */
public final class MongoHistory implements History {
    private final MongoCollection<Document> reports;

    public MongoHistory(MongoDatabase database) {
        this.reports = database.getCollection(MongoReports.COLLECTION);
    }

    @Override
    public List<Settled> latest(int lookedAt) {
        List<Settled> settled = new ArrayList<>();
        reports.find()
                .sort(new Document("$natural", -1))
                .projection(Projections.include(
                        "text.value",
                        ReportMapper.CASE + "." + ReportMapper.CASE_STATE,
                        ReportMapper.CASE + "." + ReportMapper.CATEGORY))
                .limit(lookedAt)
                .forEach(report -> {
                    Document standing = report.get(ReportMapper.CASE, Document.class);
                    if (standing != null
                            && CaseState.CLOSED.name().equals(standing.getString(ReportMapper.CASE_STATE))
                            && standing.getString(ReportMapper.CATEGORY) != null) {
                        settled.add(new Settled(
                                standing.getString(ReportMapper.CATEGORY),
                                report.get("text", Document.class).getString("value")));
                    }
                });
        return settled;
    }
}

package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.wangge.intake.desk.PublicProjects.ReportsByNumber;
import io.wangge.intake.report.Report;
import java.util.Optional;
import org.bson.Document;

/** By the index {@code tracking_number}. */
final class MongoReportsByNumber implements ReportsByNumber {
    private final MongoCollection<Document> reports;
    private final ReportMapper mapper = new ReportMapper();

    MongoReportsByNumber(MongoDatabase database) {
        this.reports = database.getCollection(MongoReports.COLLECTION);
    }

    @Override
    public Optional<Report> find(String trackingNumber) {
        return Optional.ofNullable(reports.find(Filters.eq(ReportMapper.TRACKING_NUMBER, trackingNumber))
                        .first())
                .map(document -> mapper.fromDocument(document.getString("_id"), document));
    }
}

package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.wangge.intake.topic.Marks.Said;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What people said on a day, in reports and as followers. A day's reports are found by their tracking numbers, which begin
 * with the day: no report pays for an index of its own.
 */
final class Sayings {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final Bson SAID = Projections.include(
            ReportMapper.TRACKING_NUMBER,
            "residentId",
            ReportMapper.CATEGORY,
            "gridCode",
            "text.value",
            ReportMapper.RECEIVED_AT,
            ReportMapper.CASE + "." + ReportMapper.CATEGORY);

    private final MongoCollection<Document> reports;
    private final MongoCollection<Document> followers;

    Sayings(MongoDatabase database) {
        this.reports = database.getCollection(MongoReports.COLLECTION);
        this.followers = database.getCollection(MongoFollowers.COLLECTION);
    }

    static Bson ofDay(LocalDate day, @Nullable String after) {
        String prefix = DAY.format(day) + "-";
        // A dot comes after the dash with which the number goes on.
        Bson ofDay = Filters.and(
                Filters.gte(ReportMapper.TRACKING_NUMBER, prefix),
                Filters.lt(ReportMapper.TRACKING_NUMBER, DAY.format(day) + "."),
                Filters.exists("residentId"));
        return after == null ? ofDay : Filters.and(ofDay, beyond(prefix, after));
    }

    /** Numbers grow longer after 9999, and as texts they then come before it. */
    private static Bson beyond(String prefix, String number) {
        int digits = number.length() - prefix.length();
        Bson asLong = Filters.regex(ReportMapper.TRACKING_NUMBER, "^%s\\d{%d}$".formatted(prefix, digits));
        Bson longer = Filters.regex(ReportMapper.TRACKING_NUMBER, "^%s\\d{%d,}$".formatted(prefix, digits + 1));
        return Filters.or(Filters.and(asLong, Filters.gt(ReportMapper.TRACKING_NUMBER, number)), longer);
    }

    /** @return the last number seen; null when there was none */
    @Nullable
    String on(LocalDate day, @Nullable String after, Consumer<Said> each) {
        String last = null;
        for (Document report : reports.find(ofDay(day, after)).projection(SAID)) {
            String number = report.getString(ReportMapper.TRACKING_NUMBER);
            last = last == null || BY_NUMBER.compare(number, last) > 0 ? number : last;
            Said said = said(report);
            if (said != null) {
                each.accept(said);
            }
        }
        followers.find(ofDay(day, after)).forEach(follower -> follow(follower, each));
        return last;
    }

    /** What he has to add, else the words of what he follows. */
    private void follow(Document follower, Consumer<Said> each) {
        Document report = reports.find(Filters.eq("_id", follower.getString(MongoFollowers.FOLLOWS)))
                .projection(SAID)
                .first();
        if (report == null) {
            return;
        }
        String text = follower.getString("text");
        Said said = said(new Document(report)
                .append("residentId", follower.getString("residentId"))
                .append("text", new Document("value", text == null ? textOf(report) : text + " " + textOf(report)))
                .append(ReportMapper.RECEIVED_AT, follower.getDate(MongoFollowers.AT)));
        if (said != null) {
            each.accept(new Said(
                    follower.getString("_id"),
                    said.reportId(),
                    said.gridCode(),
                    said.category(),
                    said.personId(),
                    said.text(),
                    said.at()));
        }
    }

    private static String textOf(Document report) {
        return report.get("text", Document.class).getString("value");
    }

    private static @Nullable Said said(Document report) {
        Document standing = report.get(ReportMapper.CASE, Document.class);
        String settled = standing == null ? null : standing.getString(ReportMapper.CATEGORY);
        String category = settled == null ? report.getString(ReportMapper.CATEGORY) : settled;
        return category == null
                ? null
                : new Said(
                        report.getString("_id"),
                        report.getString("_id"),
                        report.getString("gridCode"),
                        category,
                        report.getString("residentId"),
                        textOf(report),
                        report.getDate(ReportMapper.RECEIVED_AT).toInstant());
    }
}

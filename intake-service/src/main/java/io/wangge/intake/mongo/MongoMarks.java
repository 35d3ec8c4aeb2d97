package io.wangge.intake.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.wangge.intake.topic.Mark;
import io.wangge.intake.topic.Mark.Bucket;
import io.wangge.intake.topic.Marks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collections {@code topic_marks}, one for each report and follower with a person behind, and {@code topic_buckets}
 * with what has changed. A day's reports are found by their tracking numbers, which begin with the day: no report pays for
 * an index of its own.
 */
public final class MongoMarks implements Marks {
    static final String COLLECTION = "topic_marks";
    static final String BUCKETS = "topic_buckets";
    private static final String TIMES = "times";
    private static final String STATE = "topics";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> reports;
    private final MongoCollection<Document> followers;
    private final MongoCollection<Document> marks;
    private final MongoCollection<Document> buckets;
    private final MongoCollection<Document> editions;

    public MongoMarks(MongoDatabase database) {
        this.reports = database.getCollection(MongoReports.COLLECTION);
        this.followers = database.getCollection(MongoFollowers.COLLECTION);
        this.marks = database.getCollection(COLLECTION);
        this.buckets = database.getCollection(BUCKETS);
        this.editions = database.getCollection("editions");
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

    private static final Bson SAID = Projections.include(
            ReportMapper.TRACKING_NUMBER,
            "residentId",
            ReportMapper.CATEGORY,
            "gridCode",
            "text.value",
            ReportMapper.RECEIVED_AT,
            ReportMapper.CASE + "." + ReportMapper.CATEGORY);

    @Override
    public @Nullable String saidOn(LocalDate day, @Nullable String after, Consumer<Said> each) {
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

    @Override
    public void keep(Collection<Mark> all) {
        if (all.isEmpty()) {
            return;
        }
        Map<String, Document> stand = new HashMap<>();
        marks.find(Filters.in("_id", all.stream().map(Mark::id).toList()))
                .forEach(mark -> stand.put(mark.getString("_id"), mark));
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        Set<String> changed = new HashSet<>();
        for (Mark mark : all) {
            Document now = document(mark);
            Document before = stand.get(mark.id());
            if (now.equals(before)) {
                continue;
            }
            writes.add(new ReplaceOneModel<>(Filters.eq("_id", mark.id()), now, UPSERT));
            changed.add(mark.bucket().key());
            if (before != null) {
                changed.add(before.getString("bucket"));
            }
        }
        if (!writes.isEmpty()) {
            // Told first: a crash between the two counts a bucket in vain, never forgets one.
            changed(changed);
            marks.bulkWrite(writes, UNORDERED);
        }
    }

    private void changed(Set<String> keys) {
        buckets.bulkWrite(
                keys.stream()
                        .map(key -> new UpdateOneModel<Document>(
                                Filters.eq("_id", key),
                                Updates.combine(Updates.set("changed", true), Updates.inc(TIMES, 1L)),
                                new UpdateOptions().upsert(true)))
                        .toList(),
                UNORDERED);
    }

    private static Document document(Mark mark) {
        return new Document("_id", mark.id())
                .append("report", mark.reportId())
                .append("bucket", mark.bucket().key())
                .append("at", Date.from(mark.at()))
                .append("month", mark.month().toString())
                .append("person", mark.personId())
                .append("terms", mark.terms().stream().sorted().toList());
    }

    private static Mark mark(Document mark) {
        return new Mark(
                mark.getString("_id"),
                mark.getString("report"),
                bucket(mark.getString("bucket")),
                mark.getDate("at").toInstant(),
                YearMonth.parse(mark.getString("month")),
                mark.getString("person"),
                Set.copyOf(mark.getList("terms", String.class)));
    }

    private static Bucket bucket(String key) {
        int space = key.lastIndexOf(' ');
        return new Bucket(key.substring(0, space), key.substring(space + 1));
    }

    @Override
    public List<Mark> of(Bucket bucket, Instant since, int atMost) {
        return marks.find(Filters.and(Filters.eq("bucket", bucket.key()), Filters.gte("at", Date.from(since))))
                .sort(Sorts.descending("at", "_id"))
                .limit(atMost)
                .map(MongoMarks::mark)
                .into(new ArrayList<>());
    }

    @Override
    public List<Changed> changed(int atMost) {
        return buckets.find(Filters.eq("changed", true))
                .limit(atMost)
                .map(document -> new Changed(bucket(document.getString("_id")), document.getLong(TIMES)))
                .into(new ArrayList<>());
    }

    @Override
    public void counted(Changed changed) {
        buckets.updateOne(
                Filters.and(Filters.eq("_id", changed.bucket().key()), Filters.eq(TIMES, changed.times())),
                Updates.unset("changed"));
    }

    /** Buckets stay, as changed: what was counted in one that nobody speaks of any more goes with the next count. */
    @Override
    public void forgetAll() {
        buckets.updateMany(new Document(), Updates.combine(Updates.set("changed", true), Updates.inc(TIMES, 1L)));
        marks.deleteMany(new Document());
        editions.updateOne(Filters.eq("_id", STATE), Updates.unset("through"));
    }

    @Override
    public Optional<LocalDate> takenThrough() {
        Document state = editions.find(Filters.eq("_id", STATE)).first();
        return Optional.ofNullable(state)
                .map(document -> document.getString("through"))
                .map(LocalDate::parse);
    }

    @Override
    public void takenThrough(LocalDate day) {
        editions.updateOne(
                Filters.eq("_id", STATE), Updates.max("through", day.toString()), new UpdateOptions().upsert(true));
    }

    @Override
    public boolean claim(Instant now, Instant until) {
        try {
            var result = editions.updateOne(
                    Filters.and(Filters.eq("_id", STATE), Filters.not(Filters.gt("claimedUntil", Date.from(now)))),
                    Updates.set("claimedUntil", Date.from(until)),
                    new UpdateOptions().upsert(true));
            return result.getMatchedCount() > 0 || result.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            // It is there and claimed: the upsert stumbled over its id.
            return false;
        }
    }
}

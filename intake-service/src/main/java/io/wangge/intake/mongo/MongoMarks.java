package io.wangge.intake.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The collections {@code topic_marks}, one for each report and follower with a person behind, and {@code topic_buckets}
 * with what has changed.
 */
public final class MongoMarks implements Marks {
    static final String COLLECTION = "topic_marks";
    static final String BUCKETS = "topic_buckets";
    private static final String TIMES = "times";
    private static final String STATE = "topics";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final Sayings sayings;
    private final MongoCollection<Document> marks;
    private final MongoCollection<Document> buckets;
    private final MongoCollection<Document> editions;

    public MongoMarks(MongoDatabase database) {
        this.sayings = new Sayings(database);
        this.marks = database.getCollection(COLLECTION);
        this.buckets = database.getCollection(BUCKETS);
        this.editions = database.getCollection("editions");
    }

    @Override
    public @Nullable String saidOn(LocalDate day, @Nullable String after, Consumer<Said> each) {
        return sayings.on(day, after, each);
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

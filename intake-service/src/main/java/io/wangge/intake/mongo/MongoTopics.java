package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.wangge.intake.topic.Mark.Bucket;
import io.wangge.intake.topic.Topic;
import io.wangge.intake.topic.Topics;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The collection {@code topics}: what was counted, made anew at any time. */
public final class MongoTopics implements Topics {
    static final String COLLECTION = "topics";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private final MongoCollection<Document> topics;

    public MongoTopics(MongoDatabase database) {
        this.topics = database.getCollection(COLLECTION);
    }

    @Override
    public void replace(Bucket bucket, Collection<Placed> all) {
        all.forEach(placed -> topics.replaceOne(Filters.eq("_id", placed.topic().id()), document(placed), UPSERT));
        topics.deleteMany(Filters.and(
                Filters.eq("bucket", bucket.key()),
                Filters.nin(
                        "_id", all.stream().map(placed -> placed.topic().id()).toList())));
    }

    @Override
    public Optional<Placed> find(String id) {
        return Optional.ofNullable(topics.find(Filters.eq("_id", id)).first()).map(MongoTopics::placed);
    }

    @Override
    public List<Placed> of(Collection<String> unitIds, @Nullable Boolean conduct, int atMost) {
        Bson scope = Filters.in("path", unitIds);
        return topics.find(conduct == null ? scope : Filters.and(scope, Filters.eq("conduct", conduct)))
                .sort(Sorts.descending("people", "_id"))
                .limit(atMost)
                .map(MongoTopics::placed)
                .into(new ArrayList<>());
    }

    private static Document document(Placed placed) {
        Topic topic = placed.topic();
        List<Document> months = new ArrayList<>();
        topic.months()
                .forEach((month, people) ->
                        months.add(new Document("month", month.toString()).append("people", people)));
        return new Document("_id", topic.id())
                .append("bucket", topic.bucket().key())
                .append("unitId", topic.bucket().unitId())
                .append("category", topic.bucket().category())
                .append("path", placed.path())
                .append("conduct", placed.conduct())
                .append("word", topic.word())
                .append("words", topic.words())
                .append("people", topic.people())
                .append("reports", topic.reports())
                .append("months", months)
                .append("firstAt", Date.from(topic.firstAt()))
                .append("lastAt", Date.from(topic.lastAt()))
                .append("reportIds", topic.reportIds());
    }

    private static Placed placed(Document document) {
        SortedMap<YearMonth, Integer> months = new TreeMap<>();
        document.getList("months", Document.class)
                .forEach(month -> months.put(YearMonth.parse(month.getString("month")), month.getInteger("people")));
        Topic topic = new Topic(
                document.getString("_id"),
                new Bucket(document.getString("unitId"), document.getString("category")),
                document.getString("word"),
                document.getList("words", String.class),
                document.getInteger("people"),
                document.getInteger("reports"),
                months,
                document.getDate("firstAt").toInstant(),
                document.getDate("lastAt").toInstant(),
                document.getList("reportIds", String.class));
        return new Placed(topic, document.getList("path", String.class), document.getBoolean("conduct"));
    }
}

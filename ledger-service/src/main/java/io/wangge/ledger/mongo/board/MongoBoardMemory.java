package io.wangge.ledger.mongo.board;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.wangge.kit.migration.Migration;
import io.wangge.ledger.board.BoardMemory;
import io.wangge.ledger.board.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** {@code board_moments} and {@code board_watches}: a few kilobytes for each unit that somebody watches. */
public final class MongoBoardMemory implements BoardMemory {
    private static final String MOMENTS = "board_moments";
    private static final String WATCHES = "board_watches";
    private static final Duration KEPT = Duration.ofDays(9);
    private static final int ALL_AT_ONCE = 1_000;

    private final MongoCollection<Document> moments;
    private final MongoCollection<Document> watches;

    public MongoBoardMemory(MongoDatabase database) {
        this.moments = database.getCollection(MOMENTS);
        this.watches = database.getCollection(WATCHES);
    }

    public static Migration migration(int number) {
        return new Migration(
                number,
                "boards: what those that are watched said before, by unit and time; MongoDB removes what is old",
                List.of(
                        new Document("createIndexes", MOMENTS)
                                .append(
                                        "indexes",
                                        List.of(
                                                new Document("key", new Document("unit", 1).append("at", 1))
                                                        .append("name", "of_unit"),
                                                new Document("key", new Document("at", 1))
                                                        .append("name", "old")
                                                        .append("expireAfterSeconds", KEPT.toSeconds()))),
                        new Document("createIndexes", WATCHES)
                                .append(
                                        "indexes",
                                        List.of(new Document("key", new Document("at", 1))
                                                .append("name", "latest")
                                                .append("expireAfterSeconds", KEPT.toSeconds())))));
    }

    @Override
    public void keep(Moment moment) {
        long slot = moment.at().getEpochSecond() / SLOT.toSeconds();
        moments.replaceOne(
                Filters.eq("_id", moment.unit() + "|" + slot),
                new Document("unit", moment.unit())
                        .append("at", Date.from(moment.at()))
                        .append("day", moment.day())
                        .append("reported", moment.reported())
                        .append("filed", moment.filed())
                        .append("closed", moment.closed())
                        .append("open", moment.open())
                        .append("overdue", moment.overdue()),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public List<Moment> since(Instant from, String unit) {
        return moments.find(Filters.and(Filters.eq("unit", unit), Filters.gte("at", Date.from(from))))
                .sort(Sorts.ascending("at"))
                .batchSize(ALL_AT_ONCE)
                .map(found -> new Moment(
                        unit,
                        found.getDate("at").toInstant(),
                        found.getInteger("day"),
                        found.getLong("reported"),
                        found.getLong("filed"),
                        found.getLong("closed"),
                        found.getLong("open"),
                        found.getLong("overdue")))
                .into(new ArrayList<>());
    }

    @Override
    public void watched(String unit, Instant at) {
        watches.updateOne(Filters.eq("_id", unit), Updates.max("at", Date.from(at)), new UpdateOptions().upsert(true));
    }

    @Override
    public List<String> watchedSince(Instant from) {
        return watches.find(Filters.gte("at", Date.from(from)))
                .sort(Sorts.ascending("_id"))
                .batchSize(ALL_AT_ONCE)
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
    }
}

package io.wangge.ledger.mongo.book;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.wangge.ledger.desk.Gap;
import io.wangge.ledger.desk.Gaps;
import io.wangge.ledger.evidence.LedgerCollections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** From the events that the consumer parked ({@code parked_events}) and the heads of their streams. */
public final class MongoGaps implements Gaps {
    private static final int LOOKED_AT = 10_000;
    private final MongoDatabase database;

    public MongoGaps(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public List<Gap> list(int most) {
        List<Document> streams = database.getCollection("parked_events")
                .aggregate(List.of(
                        new Document("$limit", LOOKED_AT),
                        new Document(
                                "$group",
                                new Document("_id", "$stream")
                                        .append("first", new Document("$min", "$seq"))
                                        .append("waiting", new Document("$sum", 1L))
                                        .append("since", new Document("$min", "$parkedAt"))),
                        new Document("$sort", new Document("since", 1)),
                        new Document("$limit", most)))
                .into(new ArrayList<>());
        Map<String, Long> heads = heads(streams);
        return streams.stream()
                .map(stream -> new Gap(
                        stream.getString("_id"),
                        heads.getOrDefault(stream.getString("_id"), 0L) + 1,
                        number(stream, "first") - 1,
                        number(stream, "waiting"),
                        stream.getDate("since").toInstant()))
                // What has just been applied may not have been taken out yet.
                .filter(gap -> gap.missingFrom() <= gap.missingTo())
                .toList();
    }

    private Map<String, Long> heads(List<Document> streams) {
        Map<String, Long> heads = new HashMap<>();
        database.getCollection(LedgerCollections.STREAMS)
                .find(Filters.in(
                        "_id",
                        streams.stream().map(stream -> stream.getString("_id")).toList()))
                .projection(Projections.include("seq"))
                .forEach(head -> heads.put(head.getString("_id"), number(head, "seq")));
        return heads;
    }

    private static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }
}

package io.wangge.kit.migration;

import java.util.List;
import org.bson.Document;

/** The shape of the kit's own collections; every service's database has them. */
public final class KitMigrations {
    /** Apart from the service's own numbers. */
    public static final String COLLECTION = "kit_migrations";

    public static final List<Migration> ALL = List.of(
            new Migration(
                    1,
                    "Parked events: by group and stream, to take them out again when the gap fills",
                    List.of(index(
                            "parked_events",
                            "group_stream_seq",
                            new Document("group", 1).append("stream", 1).append("seq", 1)))),
            new Migration(
                    2,
                    "Dead letters: newest first for the list, by topic for the counts of the health check",
                    List.of(
                            index("dead_letters", "at_newest", new Document("at", -1).append("_id", -1)),
                            index("dead_letters", "topic", new Document("topic", 1)))),
            new Migration(
                    3,
                    "Directory items: by kind and version, to load and to count a version",
                    List.of(index("directory_items", "kind_version", new Document("kind", 1).append("version", 1)))),
            new Migration(
                    4,
                    "What was done with dead letters: the sweep of their unpublished audit events",
                    List.of(new Document("createIndexes", "dead_letter_acts")
                            .append(
                                    "indexes",
                                    List.of(new Document("key", new Document("pendingSince", 1))
                                            .append("name", "outbox_sweep")
                                            .append(
                                                    "partialFilterExpression",
                                                    new Document("pendingSince", new Document("$exists", true))))))));

    private KitMigrations() {}

    private static Document index(String collection, String name, Document key) {
        return new Document("createIndexes", collection)
                .append("indexes", List.of(new Document("key", key).append("name", name)));
    }
}

package io.wangge.dispatch.mongo.reference;

import io.wangge.kit.migration.Migration;
import java.util.List;
import org.bson.Document;

/** What the collection of the reference data needs. */
public final class ReferenceMigrations {
    private ReferenceMigrations() {}

    /** @param number its place among the service's migrations */
    public static Migration indexes(int number) {
        return new Migration(
                number,
                "reference_data: newest version of a kind; versions in force; versions not yet published",
                List.of(new Document("createIndexes", MongoReferenceLibrary.COLLECTION)
                        .append(
                                "indexes",
                                List.of(
                                        // activate: the newest version of a kind
                                        index("kind_newest", new Document("kind", 1).append("version", -1)),
                                        // activeVersions, every few seconds: covered, the large bodies stay on disk
                                        index(
                                                        "in_force",
                                                        new Document("status", 1)
                                                                .append("kind", 1)
                                                                .append("version", 1))
                                                .append("partialFilterExpression", new Document("status", "ACTIVE")),
                                        // unpublished, every few seconds: empty but for a moment
                                        index("to_publish", new Document("toPublish", 1))
                                                .append("partialFilterExpression", new Document("toPublish", true))))));
    }

    private static Document index(String name, Document key) {
        return new Document("key", key).append("name", name);
    }
}

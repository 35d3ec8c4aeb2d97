package io.wangge.intake.mongo;

import io.wangge.kit.migration.Migration;
import java.util.List;
import org.bson.Document;

/** Indexes of the gazetteer. */
final class GazetteerMigrations {
    private GazetteerMigrations() {}

    static Migration places(int number) {
        return new Migration(
                number,
                "Places by what is typed, by words within, and by where they are: GET /api/v1/places",
                List.of(
                        IntakeMigrations.index(
                                MongoGazetteer.COLLECTION,
                                new Document("key", new Document(MongoGazetteer.EDITION, 1).append("keys", 1))
                                        .append("name", "place_keys")),
                        IntakeMigrations.index(
                                MongoGazetteer.COLLECTION,
                                new Document("key", new Document(MongoGazetteer.EDITION, 1).append("terms", 1))
                                        .append("name", "place_terms")),
                        IntakeMigrations.index(
                                MongoGazetteer.COLLECTION,
                                new Document(
                                                "key",
                                                new Document(MongoGazetteer.EDITION, 1).append("location", "2dsphere"))
                                        .append("name", "place_locations"))));
    }
}

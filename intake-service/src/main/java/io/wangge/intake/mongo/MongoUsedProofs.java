package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.wangge.intake.guest.UsedProofs;
import io.wangge.kit.migration.Migration;
import io.wangge.kit.store.Inserts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** The collection {@code used_proofs}, by challenge: its own index says who was first. */
public final class MongoUsedProofs implements UsedProofs {
    static final String COLLECTION = "used_proofs";

    static final Migration FORGOTTEN = new Migration(
            31,
            "A proof of work that was spent is forgotten when its challenge is over",
            List.of(IntakeMigrations.index(
                    COLLECTION,
                    new Document("key", new Document("until", 1))
                            .append("name", "over")
                            .append("expireAfterSeconds", 0))));

    private final MongoCollection<Document> used;

    public MongoUsedProofs(MongoDatabase database) {
        this.used = database.getCollection(COLLECTION);
    }

    @Override
    public boolean spend(String challenge, Instant until) {
        return Inserts.first(used, new Document("_id", challenge).append("until", Date.from(until)));
    }
}

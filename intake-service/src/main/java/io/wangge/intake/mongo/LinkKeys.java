package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.security.SecureRandom;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;

/** The keys under which links and receipts are signed: made once, the same for every replica. */
public final class LinkKeys {
    private static final int BYTES = 32;

    private final MongoCollection<Document> secrets;

    public LinkKeys(MongoDatabase database) {
        this.secrets = database.getCollection("secrets");
    }

    public byte[] key() {
        return key("attachment-links");
    }

    /** @param purpose each has a key of its own */
    public byte[] key(String purpose) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Document stands = secrets.findOneAndUpdate(
                Filters.eq("_id", purpose),
                Updates.setOnInsert("key", new Binary(fresh)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(stands).get("key", Binary.class).getData();
    }
}

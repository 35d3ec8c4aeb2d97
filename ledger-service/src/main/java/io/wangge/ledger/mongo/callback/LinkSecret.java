package io.wangge.ledger.mongo.callback;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tokens of links that are sent by themselves: the same again for the same reporter of the same round, so that a
 * repeat after a crash sends no second one. 128 bits of an HMAC: short enough for a short message, long enough that nobody
 * guesses it. The key is made once and is the same for every replica.
 */
public final class LinkSecret {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int TOKEN_BYTES = 16;

    private final MongoCollection<Document> secrets;
    private final AtomicReference<byte @Nullable []> key = new AtomicReference<>();

    public LinkSecret(MongoDatabase database) {
        this.secrets = database.getCollection("secrets");
    }

    public String token(String roundId, String residentId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            byte[] whole = mac.doFinal((roundId + " " + residentId).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, TOKEN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private byte[] key() {
        byte[] known = key.get();
        if (known == null) {
            byte[] fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            Document stands = secrets.findOneAndUpdate(
                    Filters.eq("_id", "round-links"),
                    Updates.setOnInsert("key", new Binary(fresh)),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
            known = Objects.requireNonNull(stands).get("key", Binary.class).getData();
            key.set(known);
        }
        return known;
    }
}

package io.wangge.gateway.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.gateway.signing.KeyStore;
import io.wangge.kit.store.Inserts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** {@code signing_keys}: {@code _id} = number, so that of two replicas with the same next key one wins. */
public final class MongoKeyStore implements KeyStore {
    private final MongoCollection<Document> keys;

    public MongoKeyStore(MongoDatabase database) {
        this.keys = database.getCollection(MongoCollections.SIGNING_KEYS);
    }

    @Override
    public List<StoredKey> all() {
        return keys.find()
                .sort(Sorts.ascending("_id"))
                .map(document -> new StoredKey(
                        document.getLong("_id"), document.getDate("createdAt").toInstant(), document.getString("pair")))
                .into(new ArrayList<>());
    }

    @Override
    public boolean add(StoredKey key) {
        return Inserts.first(
                keys,
                new Document("_id", key.number())
                        .append("createdAt", Date.from(key.createdAt()))
                        .append("pair", key.sealed()));
    }

    @Override
    public void remove(long number) {
        keys.deleteOne(Filters.eq("_id", number));
    }
}

package io.wangge.kit.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Documents of which the first one stands, whoever writes it. */
public final class Inserts {
    private Inserts() {}

    /**
     * @return whether nobody was faster; where somebody was, nothing is written
     * @throws com.mongodb.MongoException for anything but a duplicate key
     */
    public static boolean first(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}

package io.wangge.kit.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import org.bson.Document;

/** Documents of which the first one stands, whoever writes it. */
public final class Inserts {
    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

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

    /**
     * Writes those that are new; the others stand as they were.
     *
     * @return whether all were new
     * @throws com.mongodb.MongoException for anything but a duplicate key; the other documents may be written
     */
    public static boolean each(MongoCollection<Document> collection, List<Document> documents) {
        if (documents.isEmpty()) {
            return true;
        }
        try {
            collection.insertMany(documents, UNORDERED);
            return true;
        } catch (MongoBulkWriteException e) {
            boolean onlyDuplicates = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (onlyDuplicates) {
                return false;
            }
            throw e;
        }
    }
}

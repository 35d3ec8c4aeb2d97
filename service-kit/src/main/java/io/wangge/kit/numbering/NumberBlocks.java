package io.wangge.kit.numbering;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Running numbers from 1, such as the cases of a street on a day. Each replica reserves a block with one write and hands
 * it out from memory: no number is given twice, a restart leaves a gap, and two replicas run side by side in different
 * hundreds.
 */
public final class NumberBlocks {
    static final String COLLECTION = "number_series";
    private static final int BLOCK = 100;
    /** Series are per day and street; what is forgotten only costs a gap. */
    private static final int SERIES_KEPT = 10_000;

    private final MongoCollection<Document> collection;
    private final Cache<String, Series> series =
            Caffeine.newBuilder().maximumSize(SERIES_KEPT).build();

    public NumberBlocks(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    /**
     * @param name such as {@code 990100001-20261122}
     * @throws MongoException when a new block is due and the store is away; no number is lost by asking again
     */
    public long next(String name) {
        return series.get(name, Series::new).next();
    }

    private long reserve(String name) {
        FindOneAndUpdateOptions options =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return lastOf(reserveOnce(name, options)) - BLOCK + 1;
    }

    private @Nullable Document reserveOnce(String name, FindOneAndUpdateOptions options) {
        try {
            return collection.findOneAndUpdate(eq("_id", name), inc("reserved", (long) BLOCK), options);
        } catch (MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Two replicas began the series at once; by now it stands.
            return collection.findOneAndUpdate(eq("_id", name), inc("reserved", (long) BLOCK), options);
        }
    }

    private static long lastOf(@Nullable Document reserved) {
        if (reserved == null) {
            throw new IllegalStateException("An upsert that returns the document after it returned none");
        }
        return reserved.getLong("reserved");
    }

    /** A lock instead of {@code synchronized}: on Java 21 that would pin the carrier of a virtual thread. */
    private final class Series {
        private final String name;
        private final ReentrantLock lock = new ReentrantLock();
        private long next = 1;
        private long last;

        Series(String name) {
            this.name = name;
        }

        long next() {
            lock.lock();
            try {
                if (next > last) {
                    next = reserve(name);
                    last = next + BLOCK - 1;
                }
                return next++;
            } finally {
                lock.unlock();
            }
        }
    }
}

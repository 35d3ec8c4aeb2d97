package io.wangge.kit.migration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One document says which replica migrates; a replica that died loses it when its lease is over. */
final class MigrationLock implements AutoCloseable {
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(MigrationLock.class);
    private static final String COLLECTION = "migrations_lock";
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** A service may come up before its database, as it does when a whole machine starts. */
    private static final Duration STORE_MAY_BE_AWAY = Duration.ofMinutes(1);

    private final MongoCollection<Document> locks;
    private final String name;
    private final Duration lease;
    private final String owner = UUID.randomUUID().toString();

    private MigrationLock(MongoCollection<Document> locks, String name, Duration lease) {
        this.locks = locks;
        this.name = name;
        this.lease = lease;
    }

    static MigrationLock take(MongoDatabase database, String name, Duration lease) {
        MigrationLock lock = new MigrationLock(database.getCollection(COLLECTION), name, lease);
        Instant giveUp = Instant.now().plus(STORE_MAY_BE_AWAY);
        while (true) {
            try {
                if (lock.tryTake()) {
                    return lock;
                }
            } catch (MongoException e) {
                if (Instant.now().isAfter(giveUp)) {
                    throw new StartRefused(
                            "MongoDB has not answered for %d s: %s"
                                    .formatted(STORE_MAY_BE_AWAY.toSeconds(), firstSentence(e)),
                            "Start MongoDB, or correct grid.mongodb-uri (GRID_MONGODB_URI).");
                }
                LOG.warn("Waiting for MongoDB: {}", firstSentence(e));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static String firstSentence(MongoException e) {
        String message = String.valueOf(e.getMessage());
        return message.length() > 200 ? message.substring(0, 200) + "…" : message;
    }

    private boolean tryTake() {
        try {
            Document before = locks.findOneAndUpdate(
                    and(eq("_id", name), lt("until", new Date())),
                    combine(set("owner", owner), set("until", leaseEnd())),
                    new FindOneAndUpdateOptions().upsert(true));
            if (before != null) {
                LOG.warn("Took over the migration lock of a replica that did not give it back");
            }
            return true;
        } catch (MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getErrorCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false; // held by another replica, whose lease still runs
            }
            throw e;
        }
    }

    /** @throws StartRefused when another replica took over meanwhile */
    void prolong() {
        if (locks.updateOne(and(eq("_id", name), eq("owner", owner)), set("until", leaseEnd()))
                        .getMatchedCount()
                == 0) {
            throw new StartRefused(
                    "A migration took longer than its lease of %d s and another replica went on with it."
                            .formatted(lease.toSeconds()),
                    "Start this replica again.");
        }
    }

    private Date leaseEnd() {
        return Date.from(Instant.now().plus(lease));
    }

    @Override
    public void close() {
        try {
            locks.deleteOne(and(eq("_id", name), eq("owner", owner)));
        } catch (MongoException e) {
            LOG.warn("The migration lock stays until its lease ends: {}", firstSentence(e));
        }
    }
}

package io.wangge.kit.migration;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the shape that this version of the program needs: each migration once, in the order of the
 * numbers, by one replica at a time, recorded with a checksum of what it did.
 *
 * <p>A crash between a command and its record runs the commands again, so each must bear repetition: createIndexes and
 * collMod do, an update must say in its filter what it has not touched yet, and create of a collection that stands is
 * taken as done.
 */
public final class Migrations {
    /** Where the runs of a service are recorded: {_id number, title, checksum, appliedAt, millis}. */
    public static final String COLLECTION = "migrations";

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final int NAMESPACE_EXISTS = 48;
    private static final int INDEX_NOT_FOUND = 27;

    private Migrations() {}

    /** @throws StartRefused when a recorded migration was edited or is missing, or the numbers have a gap */
    public static void run(MongoDatabase database, List<Migration> migrations) {
        run(database, COLLECTION, migrations);
    }

    /** As {@link #run(MongoDatabase, List)}, with a row of numbers of its own. */
    public static void run(MongoDatabase database, String collection, List<Migration> migrations) {
        run(database, collection, migrations, MigrationLock.LEASE);
    }

    static void run(MongoDatabase database, String collection, List<Migration> migrations, Duration lease) {
        List<Migration> ordered = ordered(migrations);
        try (MigrationLock lock = MigrationLock.take(database, collection, lease)) {
            MongoCollection<Document> records = database.getCollection(collection);
            Map<Integer, Document> applied = appliedIn(records);
            refuseEdited(database, ordered, applied);
            for (Migration migration : ordered) {
                if (!applied.containsKey(migration.number())) {
                    lock.prolong();
                    apply(database, records, migration);
                }
            }
        }
    }

    private static List<Migration> ordered(List<Migration> migrations) {
        List<Migration> ordered = new ArrayList<>(migrations);
        ordered.sort(Comparator.comparingInt(Migration::number));
        for (int i = 0; i < ordered.size(); i++) {
            if (ordered.get(i).number() != i + 1) {
                throw new StartRefused(
                        "The migrations of this program must be numbered 1, 2, 3, …: number %d is missing or stands twice."
                                .formatted(i + 1),
                        "Give every migration the next free number.");
            }
        }
        return ordered;
    }

    private static Map<Integer, Document> appliedIn(MongoCollection<Document> records) {
        Map<Integer, Document> applied = new HashMap<>();
        records.find().sort(ascending("_id")).forEach(entry -> applied.put(entry.getInteger("_id"), entry));
        return applied;
    }

    private static void refuseEdited(MongoDatabase database, List<Migration> ordered, Map<Integer, Document> applied) {
        for (Document entry : applied.values()) {
            int number = entry.getInteger("_id");
            if (number > ordered.size()) {
                throw new StartRefused(
                        "The database %s has migration %d (%s), which this program does not know: it is older than its data."
                                .formatted(database.getName(), number, entry.getString("title")),
                        "Start the version of the program that made it, or a newer one.");
            }
            Migration migration = ordered.get(number - 1);
            if (!MigrationChecksum.of(migration).equals(entry.getString("checksum"))) {
                throw new StartRefused(
                        "Migration %d (%s) was edited after it had run on the database %s."
                                .formatted(number, migration.title(), database.getName()),
                        "Put it back as it was and write the change as migration %d.".formatted(ordered.size() + 1));
            }
        }
    }

    private static void apply(MongoDatabase database, MongoCollection<Document> records, Migration migration) {
        long start = System.nanoTime();
        migration.commands().forEach(command -> runCommand(database, command));
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        records.insertOne(new Document("_id", migration.number())
                .append("title", migration.title())
                .append("checksum", MigrationChecksum.of(migration))
                .append("appliedAt", Instant.now())
                .append("millis", millis));
        LOG.info("Migration {} of {} applied in {} ms", migration.number(), database.getName(), millis);
    }

    private static void runCommand(MongoDatabase database, Document command) {
        try {
            database.runCommand(command);
        } catch (com.mongodb.MongoCommandException e) {
            boolean doneBefore = switch (e.getErrorCode()) {
                case NAMESPACE_EXISTS -> command.containsKey("create");
                case INDEX_NOT_FOUND -> command.containsKey("dropIndexes");
                default -> false;
            };
            if (!doneBefore) {
                throw e;
            }
        }
    }
}

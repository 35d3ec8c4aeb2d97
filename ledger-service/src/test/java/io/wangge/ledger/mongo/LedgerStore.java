package io.wangge.ledger.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.ledger.Story;
import io.wangge.ledger.book.Bookkeeper;
import io.wangge.ledger.book.Changes;
import io.wangge.ledger.evidence.MongoProver;
import io.wangge.ledger.figures.Dimension;
import io.wangge.ledger.kafka.JsonSayings;
import io.wangge.ledger.mongo.book.MongoBook;
import io.wangge.ledger.mongo.figures.FigureMigrations;
import io.wangge.ledger.mongo.figures.FigureRows;
import io.wangge.ledger.seal.PublicKeys;
import io.wangge.ledger.seal.Published;
import io.wangge.localstack.TestBackend;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;

/** A ledger in a database of its own on a real mongod. */
public final class LedgerStore implements AutoCloseable {
    public final MongoClient client;
    public final MongoDatabase database;
    public final List<String> commands = new CopyOnWriteArrayList<>();

    public LedgerStore() {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(TestBackend.shared().mongoUri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        commands.add(event.getCommandName());
                    }
                })
                .build());
        database = client.getDatabase(TestBackend.shared().freshDatabase());
        LedgerMigrations.all().forEach(migration -> migration.commands().forEach(database::runCommand));
    }

    public TestBook book() {
        return new TestBook(
                new MongoBook(client, database, new Bookkeeper(report -> Story.PATH), InstantSource.system()));
    }

    /** Writes events as they come, each by itself. */
    public void tell(List<Envelope<Event>> events) {
        events.forEach(event -> book().write(List.of(event)));
    }

    /** The book, told in the words that our own producers use. */
    public record TestBook(MongoBook book) {
        public Changes write(List<Envelope<Event>> events) {
            return book.write(events.stream().map(JsonSayings::of).toList());
        }

        public Map<String, Long> positionsOf(Set<String> streams) {
            return book.positionsOf(streams);
        }
    }

    public MongoProver prover() {
        return prover(500);
    }

    public MongoProver prover(int streamsAPiece) {
        return new MongoProver(client, database, () -> PublicKeys.NONE, Published::nothing, streamsAPiece);
    }

    @FunctionalInterface
    public interface RowReader {
        void read(Document row, Dimension dimension, int late, String value, Map<String, Long> counts);
    }

    /** What stands in the rollups, but for what came to nothing. */
    public void figureRows(RowReader reader) {
        for (Dimension dimension : Dimension.values()) {
            collection(FigureMigrations.DAYS)
                    .find()
                    .forEach(row -> FigureRows.read(row, dimension, told(reader, row, dimension)));
            collection(FigureMigrations.OPEN)
                    .find()
                    .forEach(row -> FigureRows.readOpen(row, dimension, told(reader, row, dimension)));
        }
    }

    private static FigureRows.CellReader told(RowReader reader, Document row, Dimension dimension) {
        return (late, value, counts) -> {
            if (!counts.isEmpty()) {
                reader.read(row, dimension, late, value, counts);
            }
        };
    }

    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }
}

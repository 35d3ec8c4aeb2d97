package io.wangge.ledger.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.wangge.ledger.Story;
import io.wangge.ledger.book.Bookkeeper;
import io.wangge.ledger.kafka.JsonSayings;
import io.wangge.localstack.TestBackend;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;

/** A ledger in a database of its own on a real mongod. */
public final class LedgerStore implements AutoCloseable {
    public final MongoClient client;
    public final MongoDatabase database;
    final List<String> commands = new CopyOnWriteArrayList<>();

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

    MongoBook book() {
        return new MongoBook(
                client, database, new Bookkeeper(new JsonSayings(), report -> Story.PATH), InstantSource.system());
    }

    MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }
}

package io.wangge.ledger.mongo.book;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.wangge.ledger.book.Book;
import io.wangge.ledger.book.Bookkeeper;
import io.wangge.ledger.book.Changes;
import io.wangge.ledger.book.Told;
import io.wangge.ledger.evidence.LedgerCollections;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A batch in one transaction: three reads, one bulk for each collection it touches, one commit, however many
 * events it has. Where another replica was faster the batch is worked out again from what stands then.
 */
public final class MongoBook implements Book {
    private static final Logger LOG = LoggerFactory.getLogger(MongoBook.class);
    private static final int MOST_TRIES = 5;
    private static final TransactionOptions OPTIONS = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY)
            .build();

    private final MongoClient client;
    private final MongoDatabase database;
    private final Bookkeeper bookkeeper;
    private final BookTransaction transaction;

    public MongoBook(MongoClient client, MongoDatabase database, Bookkeeper bookkeeper, InstantSource clock) {
        this.client = client;
        this.database = database;
        this.bookkeeper = bookkeeper;
        this.transaction = new BookTransaction(database, clock);
    }

    @Override
    public Changes write(List<Told> events) {
        for (int tried = 1; ; tried++) {
            try (ClientSession session = client.startSession()) {
                return session.withTransaction(() -> once(session, events), OPTIONS);
            } catch (OvertakenException | MongoBulkWriteException e) {
                if (tried == MOST_TRIES) {
                    throw e;
                }
                LOG.info("A batch of {} events was overtaken and is worked out again: {}", events.size(), e.toString());
            }
        }
    }

    private Changes once(ClientSession session, List<Told> events) {
        Changes changes = bookkeeper.add(events, transaction.known(session, events));
        if (!changes.nothing()) {
            transaction.write(session, changes);
        }
        return changes;
    }

    @Override
    public Map<String, Long> positionsOf(Set<String> streams) {
        Map<String, Long> positions = new HashMap<>();
        if (!streams.isEmpty()) {
            database.getCollection(LedgerCollections.STREAMS)
                    .find(Filters.in("_id", streams))
                    .projection(Projections.include("seq"))
                    .forEach((Document head) -> positions.put(
                            head.getString("_id"), head.get("seq", Number.class).longValue()));
        }
        return positions;
    }

    /** Somebody else wrote a stream or a round between our reading and our writing. */
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OvertakenException(String collection) {
            super(collection);
        }
    }
}

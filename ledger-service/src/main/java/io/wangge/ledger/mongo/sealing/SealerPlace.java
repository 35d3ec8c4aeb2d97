package io.wangge.ledger.mongo.sealing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.sealing.SealBook.FencedOffException;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The sealer's place: whoever writes as its holder touches its document in the same transaction. */
final class SealerPlace {
    static final String ID = "sealer";
    private static final TransactionOptions OPTIONS = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY)
            .build();

    private final MongoClient client;
    private final MongoCollection<Document> sealer;

    SealerPlace(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.sealer = database.getCollection(LedgerCollections.SEALER);
    }

    /** What is written as the holder. */
    interface Writing {
        void in(ClientSession session);
    }

    /** @param note what the place remembers of it @throws FencedOffException when another holds the place now */
    void fenced(String holder, long fence, Document note, Writing writing) {
        Bson stillMine = and(eq("_id", ID), eq("holder", holder), eq("fence", fence));
        try (ClientSession session = client.startSession()) {
            session.withTransaction(
                    () -> {
                        if (sealer.updateOne(session, stillMine, new Document("$set", note))
                                        .getMatchedCount()
                                == 0) {
                            throw new FencedOffException("another replica seals now");
                        }
                        writing.in(session);
                        return note;
                    },
                    OPTIONS);
        }
    }
}

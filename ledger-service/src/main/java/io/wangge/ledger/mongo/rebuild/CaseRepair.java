package io.wangge.ledger.mongo.rebuild;

import com.mongodb.ClientSessionOptions;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.Streams;
import io.wangge.ledger.book.RoundTale.ToldRound;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.sealing.TextRetention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Compares the facts of cases, and their rounds, with what their entries tell, some hundred from one snapshot, and puts right what differs. */
final class CaseRepair {
    private static final int CASES_A_PIECE = 300;
    private static final String CASES = Streams.ofCase("");
    private static final ClientSessionOptions SNAPSHOT =
            ClientSessionOptions.builder().snapshot(true).build();
    private static final TransactionOptions OPTIONS = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY)
            .build();

    private final MongoClient client;
    private final MongoDatabase database;
    private final CaseRetelling retelling;
    private final RoundRepair rounds;
    private final MongoCollection<BsonDocument> facts;

    CaseRepair(MongoClient client, MongoDatabase database, CaseRetelling retelling, RoundRepair rounds) {
        this.client = client;
        this.database = database;
        this.retelling = retelling;
        this.rounds = rounds;
        this.facts = database.getCollection(CaseFactsDocuments.COLLECTION, BsonDocument.class);
    }

    /**
     * @param rounds how many rounds were set right
     * @param next id of the last case of the piece; null after the last piece
     */
    record Piece(
            long cases,
            long corrected,
            long removed,
            long rounds,
            @Nullable String next) {}

    /** @param after id of a case; empty for the first piece */
    Piece piece(String after) {
        List<String> ids;
        Map<String, CaseRetelling.Told> told;
        List<String> askedOtherwise = new ArrayList<>();
        Map<String, BsonDocument> stored = new HashMap<>();
        boolean last;
        try (ClientSession session = client.startSession(SNAPSHOT)) {
            ids = casesAfter(session, after);
            last = ids.size() < CASES_A_PIECE;
            told = retelling.tell(session, ids);
            Bson theirs = Filters.gt("_id", after);
            facts.find(session, last ? theirs : Filters.and(theirs, Filters.lte("_id", ids.getLast())))
                    .batchSize(CASES_A_PIECE + 1)
                    .forEach(document -> stored.put(document.getString("_id").getValue(), withoutMark(document)));
            if (rounds.differ(session, all(told))) {
                told.forEach((caseId, one) -> {
                    if (rounds.differ(session, one.rounds())) {
                        askedOtherwise.add(caseId);
                    }
                });
            }
            // Archives are not opened for rounds that stand.
            retelling.roundsOpenedInArchives(session, ids).forEach((caseId, opened) -> {
                if (rounds.lacks(session, opened)) {
                    askedOtherwise.add(caseId);
                }
            });
        }
        long corrected = 0;
        for (Map.Entry<String, CaseRetelling.Told> one : told.entrySet()) {
            BsonDocument found = stored.remove(one.getKey());
            if (!one.getValue().facts().equals(found)) {
                corrected += correct(one.getKey()) ? 1 : 0;
            }
        }
        long asked = 0;
        for (String caseId : askedOtherwise) {
            asked += correctRounds(caseId);
        }
        long removed = 0;
        for (String caseId : stored.keySet()) {
            removed += remove(caseId) ? 1 : 0;
        }
        return new Piece(ids.size(), corrected, removed, asked, last ? null : ids.getLast());
    }

    private static List<ToldRound> all(Map<String, CaseRetelling.Told> told) {
        return told.values().stream().flatMap(one -> one.rounds().stream()).toList();
    }

    private int correctRounds(String caseId) {
        try (ClientSession session = client.startSession()) {
            return session.withTransaction(
                    () -> {
                        CaseRetelling.Told told = retelling.tellWhole(session, caseId);
                        return told == null ? 0 : rounds.correct(session, caseId, told.rounds());
                    },
                    OPTIONS);
        }
    }

    private List<String> casesAfter(ClientSession session, String after) {
        // '0' comes right after '/'.
        Bson those = Filters.and(Filters.gt("_id", CASES + after), Filters.lt("_id", "case0"));
        return database.getCollection(LedgerCollections.STREAMS)
                .find(session, those)
                .sort(Sorts.ascending("_id"))
                .limit(CASES_A_PIECE)
                .batchSize(CASES_A_PIECE + 1)
                .projection(Projections.include("_id"))
                .map(head -> Streams.subjectOf(head.getString("_id")))
                .into(new ArrayList<>());
    }

    /** Worked out once more from what stands then: who writes the case at this moment meets us at its facts. */
    private boolean correct(String caseId) {
        try (ClientSession session = client.startSession()) {
            return session.withTransaction(
                    () -> {
                        CaseRetelling.Told told =
                                retelling.tell(session, List.of(caseId)).get(caseId);
                        Bson its = Filters.eq("_id", caseId);
                        BsonDocument stood = facts.find(session, its).first();
                        if (told == null || stood != null && told.facts().equals(withoutMark(stood))) {
                            return false;
                        }
                        facts.replaceOne(session, its, told.facts(), new ReplaceOptions().upsert(true));
                        return true;
                    },
                    OPTIONS);
        }
    }

    /** That its texts are forgotten is no fact of the case. */
    private static BsonDocument withoutMark(BsonDocument document) {
        document.remove(TextRetention.FORGOTTEN);
        return document;
    }

    private boolean remove(String caseId) {
        try (ClientSession session = client.startSession()) {
            return session.withTransaction(
                    () -> {
                        Document head = database.getCollection(LedgerCollections.STREAMS)
                                .find(session, Filters.eq("_id", Streams.ofCase(caseId)))
                                .first();
                        return head == null
                                && facts.deleteOne(session, Filters.eq("_id", caseId))
                                                .getDeletedCount()
                                        > 0;
                    },
                    OPTIONS);
        }
    }
}

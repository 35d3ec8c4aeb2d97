package io.wangge.ledger.evidence;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.ledger.chain.ChainCheck;
import io.wangge.ledger.chain.Verdict;
import io.wangge.ledger.entry.StreamHead;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Feeds a {@link ChainCheck} from the store, a few hundred chains at a time. Heads and entries of one piece come from one
 * snapshot, so writing goes on meanwhile without being taken for tampering; a snapshot per piece, because MongoDB keeps
 * them for minutes only.
 */
final class ChainReading {
    private static final ClientSessionOptions SNAPSHOT =
            ClientSessionOptions.builder().snapshot(true).build();

    private final MongoClient client;
    private final MongoDatabase database;
    private final int streamsAPiece;

    ChainReading(MongoClient client, MongoDatabase database, int streamsAPiece) {
        this.client = client;
        this.database = database;
        this.streamsAPiece = streamsAPiece;
    }

    Verdict all() {
        ChainCheck check = new ChainCheck();
        String after = "";
        boolean more = true;
        while (more) {
            try (ClientSession session = client.startSession(SNAPSHOT)) {
                List<StreamHead> heads = heads(session, Filters.gt("_id", after), streamsAPiece);
                boolean last = heads.size() < streamsAPiece;
                Bson theirs = Filters.gt("stream", after);
                if (!last) {
                    after = heads.getLast().stream();
                    theirs = Filters.and(theirs, Filters.lte("stream", after));
                }
                more = piece(session, check, heads, theirs) && !last;
            }
        }
        return check.verdict();
    }

    Verdict ofCase(String caseId) {
        ChainCheck check = new ChainCheck();
        try (ClientSession session = client.startSession(SNAPSHOT)) {
            piece(session, check, heads(session, ofCase("_id", caseId), 0), ofCase("stream", caseId));
        }
        return check.verdict();
    }

    /** The chains of one case: its report, itself, its callback rounds. */
    static Bson ofCase(String field, String caseId) {
        String rounds = "round/" + caseId;
        return Filters.or(
                Filters.in(field, "report/" + caseId, "case/" + caseId),
                // Round ids are caseId.n; '/' comes right after '.'.
                Filters.and(Filters.gte(field, rounds + "."), Filters.lt(field, rounds + "/")));
    }

    private List<StreamHead> heads(ClientSession session, Bson which, int limit) {
        return database.getCollection(LedgerCollections.STREAMS)
                .find(session, which)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(EntryReading::head)
                .into(new ArrayList<>());
    }

    private boolean piece(ClientSession session, ChainCheck check, List<StreamHead> heads, Bson which) {
        try (MongoCursor<Document> entries = database.getCollection(LedgerCollections.ENTRIES)
                .find(session, which)
                .sort(Sorts.ascending("stream", "seq"))
                .batchSize(EvidenceIterator.TOGETHER)
                .cursor()) {
            return check.page(
                    heads, new EvidenceIterator(entries, session, database.getCollection(LedgerCollections.ERASABLES)));
        }
    }
}

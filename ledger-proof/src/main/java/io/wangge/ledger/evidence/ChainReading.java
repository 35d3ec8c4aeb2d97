package io.wangge.ledger.evidence;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.wangge.ledger.chain.Chain;
import io.wangge.ledger.chain.ChainCheck;
import io.wangge.ledger.chain.Evidence;
import io.wangge.ledger.chain.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
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
                List<Chain> heads = heads(session, Filters.gt("_id", after), streamsAPiece);
                boolean last = heads.size() < streamsAPiece;
                Bson theirs = Filters.gt("stream", after);
                if (!last) {
                    after = heads.getLast().head().stream();
                    theirs = Filters.and(theirs, Filters.lte("stream", after));
                }
                more = piece(session, check, heads, theirs) && !last;
            }
        }
        return check.verdict();
    }

    /** Its archived beginning is read too, so that its chains are walked whole. */
    Verdict ofCase(String caseId, List<ArchivedCase.Found> archived) {
        ChainCheck check = new ChainCheck();
        List<Evidence> all = new ArrayList<>();
        archived.stream()
                .filter(found -> ArchivedCase.chains(caseId, found.archived().entry().stream()))
                .forEach(found -> all.add(found.evidence()));
        try (ClientSession session = client.startSession(SNAPSHOT);
                MongoCursor<Document> entries = entries(session, ofCase("stream", caseId))) {
            List<Chain> chains = heads(session, ofCase("_id", caseId), 0).stream()
                    .map(chain -> Chain.whole(chain.head()))
                    .toList();
            evidence(entries, session).forEachRemaining(all::add);
            all.sort(Comparator.comparing((Evidence one) -> one.entry().stream())
                    .thenComparing(one -> one.entry().seq()));
            check.piece(chains, all.iterator());
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

    private List<Chain> heads(ClientSession session, Bson which, int limit) {
        return database.getCollection(LedgerCollections.STREAMS)
                .find(session, which)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(EntryReading::chain)
                .into(new ArrayList<>());
    }

    private boolean piece(ClientSession session, ChainCheck check, List<Chain> heads, Bson which) {
        try (MongoCursor<Document> entries = entries(session, which)) {
            return check.piece(heads, evidence(entries, session));
        }
    }

    private MongoCursor<Document> entries(ClientSession session, Bson which) {
        return database.getCollection(LedgerCollections.ENTRIES)
                .find(session, which)
                .sort(Sorts.ascending("stream", "seq"))
                .batchSize(EvidenceIterator.TOGETHER)
                .cursor();
    }

    private EvidenceIterator evidence(MongoCursor<Document> entries, ClientSession session) {
        return new EvidenceIterator(entries, session, database.getCollection(LedgerCollections.ERASABLES));
    }
}

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

    /**
     * Piece by piece in the order of the ids, as an entry's id is its stream, a slash and its place: so each entry is read
     * once, also one whose stream nobody knows, and the index of the ids is enough.
     */
    Verdict all() {
        ChainCheck check = new ChainCheck();
        String from = "";
        boolean more = true;
        while (more) {
            try (ClientSession session = client.startSession(SNAPSHOT)) {
                List<Chain> heads = heads(session, Filters.gte("_id", from), streamsAPiece);
                Bson theirs = Filters.gte("_id", from);
                boolean last = heads.size() < streamsAPiece;
                if (!last) {
                    String end = heads.stream()
                            .map(chain -> endOfIds(chain.head().stream()))
                            .max(Comparator.naturalOrder())
                            .orElseThrow();
                    String behind = heads.getLast().head().stream();
                    // Those whose names go on where another's ends: case.unit and case.unit-2 lie among each other.
                    heads.addAll(heads(session, Filters.and(Filters.gt("_id", behind), Filters.lt("_id", end)), 0));
                    theirs = Filters.and(theirs, Filters.lt("_id", end));
                    from = end;
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
                MongoCursor<Document> entries = entries(session, idsOfCase(caseId))) {
            List<Chain> chains = heads(session, streamsOfCase(caseId), 0).stream()
                    .map(chain -> Chain.whole(chain.head()))
                    .toList();
            evidence(entries, session).forEachRemaining(all::add);
            all.sort(Comparator.comparing((Evidence one) -> one.entry().stream())
                    .thenComparing(one -> one.entry().seq()));
            check.piece(chains, all.iterator());
        }
        return check.verdict();
    }

    /** The heads of one case's chains: its report, itself, its callback rounds. */
    static Bson streamsOfCase(String caseId) {
        return Filters.or(Filters.in("_id", "report/" + caseId, "case/" + caseId), roundsOf(caseId));
    }

    /** The entries of these chains. */
    static Bson idsOfCase(String caseId) {
        return Filters.or(idsOf("report/" + caseId), idsOf("case/" + caseId), roundsOf(caseId));
    }

    private static Bson roundsOf(String caseId) {
        // Round ids are caseId.n; '/' comes right after '.'.
        String rounds = "round/" + caseId;
        return Filters.and(Filters.gte("_id", rounds + "."), Filters.lt("_id", rounds + "/"));
    }

    private static Bson idsOf(String stream) {
        return Filters.and(Filters.gte("_id", stream + "/"), Filters.lt("_id", endOfIds(stream)));
    }

    /** The first text that is no id of this stream's entries any more: '0' comes right after '/'. */
    private static String endOfIds(String stream) {
        return stream + "0";
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

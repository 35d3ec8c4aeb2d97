package io.wangge.ledger.mongo.sealing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Forgets texts and resident ids of cases that have been over for long enough (个人信息保护法 art. 19: no longer than
 * needed). Only what stands beside the chain goes; the hashes stay. A case that is reopened gets new texts, and its turn
 * again.
 */
public final class TextRetention {
    /** On the facts of a case; gone with its next event. */
    public static final String FORGOTTEN = "textsForgotten";

    private static final int CASES_TOGETHER = 200;
    private static final List<String> OVER = Arrays.stream(CaseState.values())
            .filter(CaseState::isOver)
            .map(CaseState::name)
            .toList();

    private final MongoDatabase database;

    public TextRetention(MongoDatabase database) {
        this.database = database;
    }

    /**
     * Any number of replicas may do it at once, and any number of times.
     *
     * @param overBefore cases whose last event came before are meant
     * @return how many cases
     */
    public long forget(Instant overBefore) {
        long cases = 0;
        int from = 0;
        List<Document> some = some(from, overBefore);
        while (!some.isEmpty()) {
            cases += some.size();
            // Not from the beginning again, past all that were forgotten before.
            from = some.getLast().get("fig", Document.class).getInteger("opened");
            some = some(from, overBefore);
        }
        return cases;
    }

    private List<Document> some(int from, Instant overBefore) {
        MongoCollection<Document> facts = database.getCollection(CaseFactsDocuments.COLLECTION);
        // By the day of opening, which has an index; most that opened so long ago are over.
        List<Document> cases = facts.find(and(
                        gte("fig.opened", from),
                        lte("fig.opened", Days.number(overBefore)),
                        in("state", OVER),
                        lt("at", Date.from(overBefore)),
                        exists(FORGOTTEN, false)))
                .sort(Sorts.ascending("fig.opened", "_id"))
                .limit(CASES_TOGETHER)
                .projection(Projections.include("seq", "fig.opened"))
                .into(new ArrayList<>());
        if (cases.isEmpty()) {
            return cases;
        }
        Bson theirs =
                in("caseId", cases.stream().map(one -> one.getString("_id")).toList());
        forget(and(theirs, lt("time", Date.from(overBefore))));
        // Marked last: whoever dies before does it again.
        facts.bulkWrite(cases.stream()
                .map(one -> new UpdateOneModel<Document>(
                        and(eq("_id", one.get("_id")), eq("seq", one.get("seq"))), Updates.set(FORGOTTEN, true)))
                .toList());
        return cases;
    }

    private void forget(Bson entries) {
        MongoCollection<Document> all = database.getCollection(LedgerCollections.ENTRIES);
        List<String> ids = all.find(entries)
                .projection(Projections.include("_id"))
                .map(entry -> entry.getString("_id"))
                .into(new ArrayList<>());
        all.updateMany(and(entries, exists("texts")), Updates.unset("texts"));
        MongoCollection<Document> apart = database.getCollection(LedgerCollections.ERASABLES);
        apart.deleteMany(in("_id", ids));
        apart.deleteMany(entries);
    }
}

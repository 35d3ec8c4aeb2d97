package io.wangge.ledger.mongo.figures;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.wangge.ledger.figures.CasePlace;
import io.wangge.ledger.figures.Contribution;
import io.wangge.ledger.figures.FigureChange;
import io.wangge.ledger.figures.FigureFacts;
import io.wangge.ledger.figures.Rollup;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.casefacts.FigureFactsDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The next cases of a recount, added to its rows. What waits to be folded is in the facts of these cases already, and will
 * be folded into the rows again from now on: so it is taken off first. What happens to cases behind the window does not
 * reach the rows before the window does. So at each moment the rows say what was folded of the cases up to the window, and
 * with the last window that is what the old rows should say.
 */
final class RecountWindow {
    /** What says that somebody counts. */
    static final List<String> LEASE =
            List.of(RecountState.UNTIL, RecountState.IN_WINDOWS, RecountState.BY, RecountState.PAUSE);

    private static final String BY_OPENING = "by_opening_day";

    private final MongoDatabase database;
    private final int cases;

    RecountWindow(MongoDatabase database, int cases) {
        this.database = database;
        this.cases = cases;
    }

    /**
     * @param cases how many were counted in all
     * @param takenOver the rows of now, after the last window
     */
    record Counted(long cases, @Nullable FigureState takenOver) {}

    /** The rows cannot be trusted: somebody folded or wrote changes without saying whose. It has to begin anew. */
    static final class SpoiltException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SpoiltException() {
            super("An older replica writes");
        }
    }

    static IllegalStateException takenOver() {
        return new IllegalStateException("The recount took too long, and another one began");
    }

    /** @param mine the state, as long as nobody else counts */
    Counted count(ClientSession session, Bson mine) {
        MongoCollection<Document> states = database.getCollection(FigureMigrations.STATE);
        // Written first: a fold that began before the pause then ends before or not at all.
        Document state = states.findOneAndUpdate(session, mine, Updates.unset(RecountState.PAUSE));
        if (state == null) {
            throw takenOver();
        }
        RecountState recount = RecountState.of(state);
        if (recount == null || !recount.follows(FigureState.of(state))) {
            throw new SpoiltException();
        }
        Rollup rollup = new Rollup();
        CasePlace last = null;
        int found = 0;
        long counted = 0;
        for (Document document : after(session, recount.upTo())) {
            FigureFacts facts = FigureFactsDocuments.read(document.get(FigureFactsDocuments.FIELD, Document.class));
            List<Contribution> those =
                    Contribution.of(facts).stream().filter(recount::counts).toList();
            those.forEach(contribution -> rollup.add(contribution, 1));
            last = CasePlace.of(document.getString("_id"), Objects.requireNonNull(facts));
            found++;
            counted += those.isEmpty() ? 0 : 1;
        }
        CasePlace end = found < cases ? null : last;
        takeOffWhatWaits(session, recount, end, rollup);
        FigureRows.add(database, session, recount.rows(), rollup);
        if (end != null) {
            RecountState next = recount.counted(end, counted);
            states.updateOne(session, mine, Updates.set(RecountState.FIELD, next.document()));
            return new Counted(next.cases(), null);
        }
        List<String> over = new ArrayList<>(LEASE);
        over.add(RecountState.FIELD);
        states.updateOne(session, mine, FigureState.takenOver(recount.generation(), recount.openRows(), over));
        return new Counted(recount.cases() + counted, recount.rows());
    }

    /** By day, so that few rows are touched; each part from the index in its order. */
    private List<Document> after(ClientSession session, @Nullable CasePlace place) {
        if (place == null) {
            return find(session, Filters.exists("fig.opened"), cases);
        }
        List<Document> found = new ArrayList<>(find(
                session,
                Filters.and(Filters.eq("fig.opened", place.opened()), Filters.gt("_id", place.caseId())),
                cases));
        if (found.size() < cases) {
            found.addAll(find(session, Filters.gt("fig.opened", place.opened()), cases - found.size()));
        }
        return found;
    }

    private List<Document> find(ClientSession session, Bson which, int limit) {
        return database.getCollection(CaseFactsDocuments.COLLECTION)
                .find(session, which)
                .hintString(BY_OPENING)
                .sort(Sorts.ascending("fig.opened", "_id"))
                .limit(limit)
                .projection(Projections.include(FigureFactsDocuments.FIELD))
                .into(new ArrayList<>());
    }

    /** @param end the last case of the window; null when there are none behind */
    private void takeOffWhatWaits(ClientSession session, RecountState recount, @Nullable CasePlace end, Rollup rollup) {
        for (Document batch : database.getCollection(FigureMigrations.CHANGES).find(session)) {
            for (FigureChange change : FigureChangeDocuments.read(batch)) {
                CasePlace place = change.place();
                if (place == null) {
                    throw new SpoiltException();
                }
                boolean behind = recount.upTo() == null || place.compareTo(recount.upTo()) > 0;
                if (behind && (end == null || place.compareTo(end) <= 0) && recount.counts(change.contribution())) {
                    rollup.add(change.contribution(), -change.times());
                }
            }
        }
    }
}

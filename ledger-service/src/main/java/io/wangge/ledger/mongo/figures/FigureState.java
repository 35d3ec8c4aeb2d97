package io.wangge.ledger.mongo.figures;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which rollups are read: {@code {generation, folds, open: {rows, generation, folds}}}.
 *
 * @param generation of the rows of days
 * @param openRows generation of the rows of what is open, which can be counted anew by themselves
 * @param knowsOpen whether all who wrote these rollups knew that open cases are counted in them. Whoever does says so with
 *     every fold and recount; after one by an older replica the two no longer agree, and open cases are read one by one
 *     until the next recount.
 */
record FigureState(int generation, int openRows, boolean knowsOpen) {
    static final Document ID = new Document("_id", "rollup");
    private static final String GENERATION = "generation";
    private static final String FOLDS = "folds";
    private static final String OPEN = "open";
    private static final String ROWS = "rows";

    static FigureState read(MongoDatabase database, ClientSession session) {
        return of(
                database.getCollection(FigureMigrations.STATE).find(session, ID).first());
    }

    /** Empty where nothing was counted yet. */
    static Document document(MongoDatabase database) {
        Document state = database.getCollection(FigureMigrations.STATE).find(ID).first();
        return state == null ? new Document() : state;
    }

    static FigureState of(@Nullable Document state) {
        if (state == null || state.isEmpty()) {
            return new FigureState(1, 1, false);
        }
        Document open = state.get(OPEN, new Document());
        return new FigureState(
                state.getInteger(GENERATION),
                open.getInteger(ROWS, 1),
                Objects.equals(open.get(GENERATION), state.get(GENERATION))
                        && open.get(FOLDS, Number.class) instanceof Number folds
                        && folds.longValue() == folds(state));
    }

    private static long folds(Document state) {
        return state.get(FOLDS, Number.class) instanceof Number folds ? folds.longValue() : 0;
    }

    /** One more fold. @param state of now @param knowingOpen whether all that it adds was written by those who know */
    static Bson folded(Document state, boolean knowingOpen) {
        long folds = folds(state) + 1;
        return knowingOpen && of(state).knowsOpen()
                ? Updates.combine(Updates.set(FOLDS, folds), Updates.set(OPEN + "." + FOLDS, folds))
                : Updates.set(FOLDS, folds);
    }

    /** The rows of a recount take over. @param unset what it took down beside */
    static List<Bson> takenOver(int generation, int openRows, List<String> unset) {
        Document open = new Document(ROWS, openRows)
                .append(GENERATION, generation)
                .append(FOLDS, new Document("$ifNull", List.of("$" + FOLDS, 0L)));
        return List.of(
                new Document("$set", new Document(GENERATION, generation).append(OPEN, open)),
                new Document("$unset", unset));
    }

    /** Of a database in which nothing was counted yet. */
    static Document knownFromTheStart() {
        return new Document(
                        "q",
                        new Document(ID)
                                .append(FOLDS, new Document("$exists", false))
                                .append(GENERATION, 1))
                .append("u", new Document("$set", new Document(OPEN, new Document(GENERATION, 1).append(FOLDS, 0L))));
    }
}

package io.wangge.ledger.mongo.figures;

import io.wangge.ledger.figures.CasePlace;
import io.wangge.ledger.figures.Contribution;
import io.wangge.ledger.figures.FigureChange;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A recount under way, in the state of the figures: whoever folds adds to its rows, too, what happens to cases that it has
 * counted already, so it can be stopped at any case and taken up again by anybody.
 *
 * @param id who asked for it: only the same one goes on with it
 * @param all false for what is open alone
 * @param generation of the rows of days that it counts into; that of now when only what is open is counted
 * @param openRows as {@code generation}, of what is open
 * @param upTo the last case that it has counted; null for none
 * @param cases how many it has counted
 */
record RecountState(
        String id,
        boolean all,
        int generation,
        int openRows,
        @Nullable CasePlace upTo,
        long cases) {
    static final String FIELD = "recount";
    /** Ids of those that nobody in particular asked for. */
    static final String ALL = "all";

    static final String OPEN = "open";
    /** Whoever counts now, by a word of its own. */
    static final String BY = "recountBy";
    /** Until when it counts; replicas that count from one snapshot neither fold nor count before. */
    static final String UNTIL = "recountUntil";
    /** The same moment, when whoever counts does so in windows and lets others fold. */
    static final String IN_WINDOWS = "recountInWindows";
    /** Until when nobody folds, because a window is being counted. */
    static final String PAUSE = "recountPause";

    static @Nullable RecountState of(Document state) {
        Document recount = state.get(FIELD, Document.class);
        if (recount == null) {
            return null;
        }
        String caseId = recount.getString("case");
        return new RecountState(
                recount.getString("id"),
                recount.getBoolean("all"),
                recount.getInteger("generation"),
                recount.getInteger("openRows"),
                caseId == null ? null : new CasePlace(recount.getInteger("opened"), caseId),
                recount.get("cases", Number.class).longValue());
    }

    static RecountState begin(String id, boolean all, FigureState present) {
        return new RecountState(id, all, present.generation() + (all ? 1 : 0), present.openRows() + 1, null, 0);
    }

    RecountState counted(CasePlace last, long more) {
        return new RecountState(id, all, generation, openRows, last, cases + more);
    }

    /** Whether no other recount has come to its end meanwhile. */
    boolean follows(FigureState present) {
        return begin(id, all, present).rows().equals(rows());
    }

    FigureState rows() {
        return new FigureState(generation, openRows, true);
    }

    boolean counts(Contribution contribution) {
        return all || contribution.isOfOpenCase();
    }

    /** Whether what the case was before this change is in its rows. */
    boolean hasCounted(FigureChange change) {
        return upTo != null
                && change.place() != null
                && change.place().compareTo(upTo) <= 0
                && counts(change.contribution());
    }

    Document document() {
        Document document = new Document("id", id)
                .append("all", all)
                .append("generation", generation)
                .append("openRows", openRows)
                .append("cases", cases);
        return upTo == null
                ? document
                : document.append("opened", upTo.opened()).append("case", upTo.caseId());
    }

    /** Whether changes may not be folded at this moment. */
    static boolean pauses(Document state, Date now) {
        Date until = state.getDate(UNTIL);
        if (until == null || !until.after(now)) {
            return false;
        }
        Date pause = state.getDate(PAUSE);
        return !until.equals(state.getDate(IN_WINDOWS)) || pause != null && pause.after(now);
    }

    /** Whether one was left before its end that nobody else goes on with, as a rebuild does with its own. */
    static boolean isLeft(Document state, Date now) {
        Date until = state.getDate(UNTIL);
        RecountState recount = of(state);
        return recount != null
                && (recount.id().equals(ALL) || recount.id().equals(OPEN))
                && (until == null || !until.after(now));
    }
}

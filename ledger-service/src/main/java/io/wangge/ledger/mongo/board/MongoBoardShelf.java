package io.wangge.ledger.mongo.board;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoCommandException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.ledger.board.Board;
import io.wangge.ledger.board.Board.OpenCase;
import io.wangge.ledger.board.BoardShelf;
import io.wangge.ledger.board.Past;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.live.LiveEvent;
import io.wangge.ledger.mongo.casefacts.CaseFactsDocuments;
import io.wangge.ledger.mongo.figures.FigureReading;
import io.wangge.ledger.mongo.figures.OpenCaseMigrations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A board in one snapshot, whose time is its position. Nothing is written for boards: they read the rollups of figures,
 * the open cases by their due day, and the last pages.
 */
public final class MongoBoardShelf implements BoardShelf {
    private static final ClientSessionOptions SNAPSHOT =
            ClientSessionOptions.builder().snapshot(true).build();
    /** Further back the latest events of a quiet unit are not looked for. */
    private static final int MOST_PAGES = 40;

    private static final int MOST_ENTRIES = 2_000;

    private static final int SNAPSHOT_UNAVAILABLE = 246;
    private static final int MOST_TRIED = 5;

    private final MongoClient client;
    private final MongoDatabase database;
    private final PageEvents pages;
    private final BoardCounts counts;
    private final BoardStanding standing;

    public MongoBoardShelf(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.database = database;
        this.pages = new PageEvents(database);
        this.counts = new BoardCounts(database);
        this.standing = new BoardStanding(database);
    }

    @Override
    public Board read(String unit, Instant now) {
        for (int tried = 1; ; tried++) {
            try {
                return readOnce(unit, now);
            } catch (MongoCommandException e) {
                // A collection or an index was made this moment: the snapshot before it cannot be read.
                if (e.getErrorCode() != SNAPSHOT_UNAVAILABLE || tried == MOST_TRIED) {
                    throw e;
                }
            }
        }
    }

    private Board readOnce(String unit, Instant now) {
        try (ClientSession session = client.startSession(SNAPSHOT)) {
            FigureReading reading = new FigureReading(database, session);
            Bson open = and(eq("fig.open", true), eq("fig.own", unit));
            Instant midnight = Days.dayOf(now).atStartOfDay(Days.ZONE).toInstant();
            LocalDate today = Days.dayOf(now);
            // By days too, which the index has; what is due at midnight counts on the day before.
            Bson overdue = and(open, lte("fig.day", Days.number(today)), lt("fig.s.due", Date.from(now)));
            Bson dueToday = and(
                    overdue, gte("fig.day", Days.number(today.minusDays(1))), gte("fig.s.due", Date.from(midnight)));
            long becameOverdue = database.getCollection(CaseFactsDocuments.COLLECTION)
                    .countDocuments(session, dueToday, new CountOptions().hintString(OpenCaseMigrations.OPEN));
            Bson supervised = and(open, exists(CaseFactsDocuments.SUPERVISION));
            return new Board(
                            now,
                            // Read last: the first read fixes the snapshot.
                            "",
                            counts.today(session, reading, unit, today, becameOverdue),
                            standing.read(session, reading, unit, now),
                            cases(session, overdue, OpenCaseMigrations.OPEN),
                            cases(session, supervised, OpenCaseMigrations.SUPERVISED),
                            latest(session, unit),
                            Past.NONE)
                    .at(TailPosition.of(Objects.requireNonNull(session.getSnapshotTimestamp()))
                            .text());
        }
    }

    private List<OpenCase> cases(ClientSession session, Bson filter, String index) {
        return database.getCollection(CaseFactsDocuments.COLLECTION)
                .find(session, filter)
                .hintString(index)
                .sort(Sorts.ascending("fig.day", "_id"))
                .limit(Board.MOST_LISTED)
                .projection(Projections.include("summary", CaseFactsDocuments.SUPERVISION))
                .map(MongoBoardShelf::openCase)
                .into(new ArrayList<>());
    }

    private static OpenCase openCase(Document document) {
        CaseSummary summary = CaseFactsDocuments.summary(document.get("summary", Document.class));
        return new OpenCase(
                summary.caseId(),
                summary.caseNumber(),
                summary.state().name(),
                summary.category(),
                summary.level(),
                summary.holderPath().isEmpty() ? null : summary.holderPath().getLast(),
                Objects.requireNonNullElse(summary.dueAt(), Instant.EPOCH),
                Objects.requireNonNullElse(document.getString(CaseFactsDocuments.SUPERVISION), "NONE"));
    }

    private List<LiveEvent> latest(ClientSession session, String unit) {
        List<LiveEvent> latest = new ArrayList<>();
        int looked = 0;
        for (Document page : database.getCollection(LedgerCollections.PAGES)
                .find(session)
                .sort(Sorts.descending("_id"))
                .limit(MOST_PAGES)
                .projection(Projections.include("ids"))) {
            looked += page.getList("ids", String.class, List.of()).size();
            pages.of(page, "").reversed().stream()
                    .filter(event -> event.scopeUnits().contains(unit))
                    .limit(Board.MOST_LISTED - latest.size())
                    .forEach(latest::add);
            if (latest.size() == Board.MOST_LISTED || looked >= MOST_ENTRIES) {
                break;
            }
        }
        return latest;
    }
}

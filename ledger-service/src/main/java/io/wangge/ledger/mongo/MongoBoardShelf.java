package io.wangge.ledger.mongo;

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
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.ledger.board.Board;
import io.wangge.ledger.board.Board.OpenCase;
import io.wangge.ledger.board.Board.Standing;
import io.wangge.ledger.board.BoardShelf;
import io.wangge.ledger.board.Past;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.live.LiveEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

    public MongoBoardShelf(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.database = database;
        this.pages = new PageEvents(database);
        this.counts = new BoardCounts(database);
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
            Bson open = and(eq("fig.open", true), eq("fig.own", unit));
            Instant midnight = Days.dayOf(now).atStartOfDay(Days.ZONE).toInstant();
            LocalDate today = Days.dayOf(now);
            // By days too, which the index has; what is due at midnight counts on the day before.
            Bson overdue = and(open, lte("fig.day", Days.number(today)), lt("fig.s.due", Date.from(now)));
            Bson dueToday = and(
                    overdue, gte("fig.day", Days.number(today.minusDays(1))), gte("fig.s.due", Date.from(midnight)));
            long becameOverdue =
                    database.getCollection(LedgerMigrations.CASE_FACTS).countDocuments(session, dueToday);
            return new Board(
                            now,
                            // Read last: the first read fixes the snapshot.
                            "",
                            counts.today(session, unit, Days.dayOf(now), becameOverdue),
                            standing(session, unit, now),
                            cases(session, overdue),
                            cases(session, and(open, exists(CaseFactsDocuments.SUPERVISION))),
                            latest(session, unit),
                            Past.NONE)
                    .at(TailPosition.of(Objects.requireNonNull(session.getSnapshotTimestamp()))
                            .text());
        }
    }

    /** Those that were given to a unit, and those that wait for it and so have no due time yet. */
    private List<Standing> standing(ClientSession session, String unit, Instant now) {
        List<Standing> standing = standing(session, and(eq("fig.open", true), eq("fig.own", unit)), now);
        standing.addAll(standing(
                session,
                and(eq("state", CaseState.PENDING_DISPATCH.name()), eq("fig.own", unit), eq("fig.s.due", null)),
                now));
        return standing;
    }

    private List<Standing> standing(ClientSession session, Bson open, Instant now) {
        Document key = new Document("level", "$fig.s.lvl")
                .append("place", new Document("$last", "$fig.s.terr"))
                .append("supervision", new Document("$ifNull", List.of("$" + CaseFactsDocuments.SUPERVISION, "NONE")));
        // Null is less than any date.
        Document late = new Document(
                "$cond",
                List.of(
                        new Document(
                                "$and",
                                List.of(
                                        new Document("$gt", Arrays.asList("$fig.s.due", null)),
                                        new Document("$lt", List.of("$fig.s.due", Date.from(now))))),
                        1,
                        0));
        return database.getCollection(LedgerMigrations.CASE_FACTS)
                .aggregate(
                        session,
                        List.of(
                                Aggregates.match(open),
                                Aggregates.group(key, Accumulators.sum("open", 1), Accumulators.sum("late", late)),
                                Aggregates.sort(Sorts.ascending("_id"))))
                .batchSize(10_000)
                .map(group -> {
                    Document of = group.get("_id", Document.class);
                    return new Standing(
                            of.getString("level"),
                            of.getString("place"),
                            of.getString("supervision"),
                            group.get("open", Number.class).longValue(),
                            group.get("late", Number.class).longValue());
                })
                .into(new ArrayList<>());
    }

    private List<OpenCase> cases(ClientSession session, Bson filter) {
        return database.getCollection(LedgerMigrations.CASE_FACTS)
                .find(session, filter)
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

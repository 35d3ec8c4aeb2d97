package io.wangge.ledger.mongo.rebuild;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.wangge.kit.store.Inserts;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.evidence.ArchivedCase;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.mongo.figures.FigureRecount;
import io.wangge.ledger.rebuild.Rebuild;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One rebuild at a time over all replicas; its document says how far it is, and from there another may go on. */
public final class MongoRebuild implements Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(MongoRebuild.class);
    private static final Bson PLACE = Filters.eq("_id", "rebuild");
    /** It says so after each archive, each few hundred cases and each window of the recount. */
    private static final Duration DEAD_AFTER = Duration.ofMinutes(5);

    private static final int MOST_TRIES = 100;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(3);
    private static final Duration SAYS_SO_EVERY = Duration.ofSeconds(10);
    /** Behind which case it goes on. */
    private static final String AFTER = "after";

    private final MongoCollection<Document> places;
    private final ArchivedFacts archived;
    private final CaseRepair repair;
    private final FigureRecount recount;
    private final InstantSource clock;

    /**
     * @param archives where the entries of archived days stand
     * @param zone whose days are counted between attempts to reach a resident
     */
    public MongoRebuild(
            MongoClient client, MongoDatabase database, ArchiveFolder archives, InstantSource clock, ZoneId zone) {
        this(client, database, archives, clock, zone, FigureRecount.CASES_A_WINDOW);
    }

    MongoRebuild(
            MongoClient client,
            MongoDatabase database,
            ArchiveFolder archives,
            InstantSource clock,
            ZoneId zone,
            int casesAWindow) {
        this.places = database.getCollection(LedgerCollections.UPKEEP);
        this.archived = new ArchivedFacts(database, archives);
        this.repair = new CaseRepair(
                client,
                database,
                new CaseRetelling(database, archived, new ArchivedCase(database, archives), zone),
                new RoundRepair(database, clock));
        this.recount = new FigureRecount(client, database, clock, casesAWindow);
        this.clock = clock;
    }

    @Override
    public Optional<Progress> begin(UUID id) {
        Optional<Progress> before = progress();
        if (before.isPresent() && before.get().id().equals(id.toString())) {
            resume();
            return before;
        }
        Progress first = Progress.begin(id.toString(), clock.instant());
        Work work = new Work(first, "");
        if (!take(work)) {
            return Optional.empty();
        }
        work.start();
        return Optional.of(first);
    }

    private boolean take(Work work) {
        Bson free = Filters.and(
                PLACE,
                Filters.or(
                        Filters.in("phase", List.of(Phase.DONE.name(), Phase.FAILED.name())),
                        silentSince(work.now.at())));
        return places.replaceOne(free, work.document()).getMatchedCount() > 0 || Inserts.first(places, work.document());
    }

    private static Bson silentSince(Instant now) {
        return Filters.lt("at", Date.from(now.minus(DEAD_AFTER)));
    }

    @Override
    public void resume() {
        Document left = places.find(PLACE).first();
        if (left == null || progress(left).isOver()) {
            return;
        }
        Work work = new Work(progress(left).alive(clock.instant()), left.get(AFTER, ""));
        Bson dead = Filters.and(PLACE, Filters.eq("id", work.now.id()), silentSince(work.now.at()));
        if (places.replaceOne(dead, work.document()).getMatchedCount() > 0) {
            LOG.info("Goes on with a rebuild that stopped after {} cases", work.now.cases());
            work.start();
        }
    }

    /** One run, by one replica. */
    private final class Work {
        private final String by = UUID.randomUUID().toString();
        private Progress now;
        /** Behind which case. */
        private String after;

        Work(Progress now, String after) {
            this.now = now;
            this.after = after;
        }

        void start() {
            Thread.ofVirtual().name("rebuild").start(this::run);
        }

        private void run() {
            try {
                if (now.phase() == Phase.CASES) {
                    cases();
                }
                OptionalLong counted = figures();
                keep(
                        counted.isPresent()
                                ? now.done(counted.getAsLong(), clock.instant())
                                : now.failed("figures are being recounted by another", clock.instant()));
                LOG.info(
                        "Rebuild {}: {} cases, {} corrected, {} removed, {} rounds, {} archived lines",
                        now.phase(),
                        now.cases(),
                        now.corrected(),
                        now.removed(),
                        now.rounds(),
                        now.listed());
            } catch (RuntimeException e) {
                LOG.error("The rebuild failed", e);
                // Nobody goes on with it, and folds would write its rows for ever.
                recount.forget();
                keep(now.failed(e.getClass().getSimpleName(), clock.instant()));
            }
        }

        private void cases() {
            recount.forget();
            // Also when it goes on: what the other had read of them may be half of it.
            long listed = archived.read(this::alive);
            keep(now.read(now.listed() + listed, clock.instant()));
            boolean more = true;
            while (more) {
                CaseRepair.Piece piece = repair.piece(after);
                String next = piece.next();
                more = next != null;
                after = next == null ? after : next;
                keep(now.more(piece.cases(), piece.corrected(), piece.removed(), piece.rounds(), clock.instant()));
            }
            archived.clear();
            keep(now.figures(0, clock.instant()));
        }

        /** What is open may be counted by itself at this moment, which does not take long. */
        private OptionalLong figures() {
            OptionalLong counted = OptionalLong.empty();
            for (int tried = 0; tried < MOST_TRIES && counted.isEmpty(); tried++) {
                if (tried > 0) {
                    LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
                    alive();
                }
                counted = recount.recount(now.id(), cases -> keep(now.figures(cases, clock.instant())));
            }
            return counted;
        }

        private void alive() {
            Instant moment = clock.instant();
            if (now.at().plus(SAYS_SO_EVERY).isBefore(moment)) {
                keep(now.alive(moment));
            }
        }

        /** @throws IllegalStateException when it was taken for dead and another began */
        private void keep(Progress next) {
            now = next;
            Bson mine = Filters.and(PLACE, Filters.eq("by", by));
            if (places.replaceOne(mine, document()).getMatchedCount() == 0) {
                throw new IllegalStateException("Another rebuild has begun");
            }
        }

        private Document document() {
            return MongoRebuild.document(now).append("by", by).append(AFTER, after);
        }
    }

    @Override
    public Optional<Progress> progress() {
        return Optional.ofNullable(places.find(PLACE).first()).map(MongoRebuild::progress);
    }

    private static Document document(Progress progress) {
        Document document = new Document("_id", "rebuild")
                .append("id", progress.id())
                .append("phase", progress.phase().name())
                .append("cases", progress.cases())
                .append("corrected", progress.corrected())
                .append("removed", progress.removed())
                .append("rounds", progress.rounds())
                .append("listed", progress.listed())
                .append("counted", progress.counted())
                .append("startedAt", Date.from(progress.startedAt()))
                .append("at", Date.from(progress.at()));
        return progress.reason() == null ? document : document.append("reason", progress.reason());
    }

    private static Progress progress(Document document) {
        return new Progress(
                document.getString("id"),
                Phase.valueOf(document.getString("phase")),
                document.getLong("cases"),
                document.getLong("corrected"),
                document.getLong("removed"),
                document.get("rounds", 0L),
                document.get("listed", 0L),
                document.getLong("counted"),
                instant(document, "startedAt"),
                instant(document, "at"),
                document.getString("reason"));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}

package io.wangge.ledger.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.wangge.kit.store.Inserts;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.evidence.LedgerCollections;
import io.wangge.ledger.rebuild.Rebuild;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One rebuild at a time over all replicas; its document says how far it is. */
public final class MongoRebuild implements Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(MongoRebuild.class);
    private static final Bson PLACE = Filters.eq("_id", "rebuild");
    /** Longer than a recount may take, which says nothing in between. */
    private static final Duration DEAD_AFTER = Duration.ofMinutes(20);

    private final MongoCollection<Document> places;
    private final ArchivedFacts archived;
    private final CaseRepair repair;
    private final FigureRecount recount;
    private final InstantSource clock;

    /** @param archives where the entries of archived days stand */
    public MongoRebuild(MongoClient client, MongoDatabase database, ArchiveFolder archives, InstantSource clock) {
        this.places = database.getCollection(LedgerCollections.UPKEEP);
        this.archived = new ArchivedFacts(database, archives);
        this.repair = new CaseRepair(client, database, new CaseRetelling(database, archived));
        this.recount = new FigureRecount(client, database, clock);
        this.clock = clock;
    }

    @Override
    public Optional<Progress> begin(UUID id) {
        Optional<Progress> before = progress();
        if (before.isPresent() && before.get().id().equals(id.toString())) {
            return before;
        }
        Progress first = Progress.begin(id.toString(), clock.instant());
        if (!take(first)) {
            return Optional.empty();
        }
        Thread.ofVirtual().name("rebuild").start(() -> run(first));
        return Optional.of(first);
    }

    private boolean take(Progress first) {
        Bson free = Filters.and(
                PLACE,
                Filters.or(
                        Filters.in("phase", List.of(Phase.DONE.name(), Phase.FAILED.name())),
                        Filters.lt("at", Date.from(first.at().minus(DEAD_AFTER)))));
        return places.replaceOne(free, document(first)).getMatchedCount() > 0 || Inserts.first(places, document(first));
    }

    private void run(Progress first) {
        Progress now = first;
        try {
            archived.read();
            String after = "";
            while (after != null) {
                CaseRepair.Piece piece = repair.piece(after);
                after = piece.next();
                now = now.more(piece.cases(), piece.corrected(), piece.removed(), clock.instant());
                keep(now);
            }
            archived.clear();
            now = now.figures(clock.instant());
            keep(now);
            OptionalLong counted = recount.recount();
            now = counted.isPresent()
                    ? now.done(counted.getAsLong(), clock.instant())
                    : now.failed("figures are being recounted by another", clock.instant());
            keep(now);
            LOG.info(
                    "Rebuild {}: {} cases, {} corrected, {} removed",
                    now.phase(),
                    now.cases(),
                    now.corrected(),
                    now.removed());
        } catch (RuntimeException e) {
            LOG.error("The rebuild failed", e);
            keep(now.failed(e.getClass().getSimpleName(), clock.instant()));
        }
    }

    /** @throws IllegalStateException when it was taken for dead and another began */
    private void keep(Progress now) {
        Bson mine = Filters.and(PLACE, Filters.eq("id", now.id()));
        if (places.replaceOne(mine, document(now)).getMatchedCount() == 0) {
            throw new IllegalStateException("Another rebuild has begun");
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
                document.getLong("counted"),
                instant(document, "startedAt"),
                instant(document, "at"),
                document.getString("reason"));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}

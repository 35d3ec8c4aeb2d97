package io.wangge.ledger.evidence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.archive.ArchiveFolder.ArchiveGoneException;
import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Prover;
import io.wangge.ledger.chain.Verdict;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.seal.PublicKeys;
import io.wangge.ledger.seal.Published;
import io.wangge.ledger.seal.SealCheck;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Checks chains and seals as they stand in MongoDB; only reads. */
public final class MongoProver implements Prover {
    private static final int STREAMS_A_PIECE = 500;

    private final MongoDatabase database;
    private final ChainReading chains;
    private final ArchiveFolder archives;
    private final Supplier<PublicKeys> keys;
    private final Supplier<Published> published;

    /**
     * @param keys trusted from outside the database
     * @param published what stands outside the database of the seals
     */
    public MongoProver(
            MongoClient client, MongoDatabase database, Supplier<PublicKeys> keys, Supplier<Published> published) {
        this(client, database, keys, published, STREAMS_A_PIECE);
    }

    /** @param streamsAPiece how many chains are read from one snapshot */
    public MongoProver(
            MongoClient client,
            MongoDatabase database,
            Supplier<PublicKeys> keys,
            Supplier<Published> published,
            int streamsAPiece) {
        this(client, database, keys, published, ArchiveFolder.NONE, streamsAPiece);
    }

    /** @param archives where the entries of archived days stand */
    public MongoProver(
            MongoClient client,
            MongoDatabase database,
            Supplier<PublicKeys> keys,
            Supplier<Published> published,
            ArchiveFolder archives) {
        this(client, database, keys, published, archives, STREAMS_A_PIECE);
    }

    public MongoProver(
            MongoClient client,
            MongoDatabase database,
            Supplier<PublicKeys> keys,
            Supplier<Published> published,
            ArchiveFolder archives,
            int streamsAPiece) {
        this.database = database;
        this.chains = new ChainReading(client, database, streamsAPiece);
        this.archives = archives;
        this.keys = keys;
        this.published = published;
    }

    private SealCheck sealCheck() {
        return new SealCheck(keys.get(), published.get());
    }

    /** Chains and seals are read side by side, for both cores. What is wrong with a chain is said first. */
    @Override
    public Verdict verifyAll() {
        SealReading seals = new SealReading(database, archives);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<@Nullable Finding> sealed = threads.submit(() -> {
                Finding wrong = seals.all(sealCheck());
                return wrong != null ? wrong : seals.added();
            });
            Verdict chain = chains.all();
            return together(chain, sealed.get(), seals);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    @Override
    public Verdict verifyCase(String caseId) {
        List<ArchivedCase.Found> archived;
        try {
            archived = new ArchivedCase(database, archives).entries(caseId);
        } catch (ArchiveGoneException e) {
            return new Verdict(0, 0, new Finding("archive/" + e.day(), Finding.Kind.MISSING));
        }
        Verdict chain = chains.ofCase(caseId, archived);
        SealReading seals = new SealReading(database, archives);
        Finding wrong = null;
        if (chain.ok()) {
            SealCheck check = sealCheck();
            for (ArchivedCase.Found found : archived) {
                LedgerEntry entry = found.archived().entry();
                wrong = wrong != null
                        ? wrong
                        : seals.entry(entry.id(), entry.hashAt(entry.seq()), pageId(found.page()), check);
            }
            for (Document entry : database.getCollection(LedgerCollections.ENTRIES)
                    .find(ChainReading.idsOfCase(caseId))
                    .projection(Projections.include("hash", "page"))) {
                wrong = wrong != null
                        ? wrong
                        : seals.entry(
                                EntryReading.idOf(entry), EntryReading.text(entry, "hash"), entry.get("page"), check);
                if (wrong != null) {
                    break;
                }
            }
        }
        return together(chain, wrong, seals);
    }

    @Override
    public Verdict verifyDay(String day) {
        SealReading seals = new SealReading(database, archives);
        Finding wrong = seals.day(day, sealCheck());
        return together(new Verdict(seals.entries() - seals.archived(), 0, null), wrong, seals);
    }

    private static @Nullable ObjectId pageId(String page) {
        return ObjectId.isValid(page) ? new ObjectId(page) : null;
    }

    private static Verdict together(Verdict chain, @Nullable Finding sealed, SealReading seals) {
        return new Verdict(
                chain.entries() + seals.archived(),
                chain.streams(),
                chain.firstBroken() != null ? chain.firstBroken() : sealed,
                seals.seals(),
                seals.sealedUntil(),
                seals.unsealed(),
                seals.archived());
    }
}

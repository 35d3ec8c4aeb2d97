package io.wangge.ledger.evidence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Prover;
import io.wangge.ledger.chain.Verdict;
import io.wangge.ledger.seal.PublicKeys;
import io.wangge.ledger.seal.Published;
import io.wangge.ledger.seal.SealCheck;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Checks chains and seals as they stand in MongoDB; only reads. */
public final class MongoProver implements Prover {
    private static final int STREAMS_A_PIECE = 500;

    private final MongoDatabase database;
    private final ChainReading chains;
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
        this.database = database;
        this.chains = new ChainReading(client, database, streamsAPiece);
        this.keys = keys;
        this.published = published;
    }

    private SealCheck sealCheck() {
        return new SealCheck(keys.get(), published.get());
    }

    /** Chains and seals are read side by side, for both cores. What is wrong with a chain is said first. */
    @Override
    public Verdict verifyAll() {
        SealReading seals = new SealReading(database);
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
        Verdict chain = chains.ofCase(caseId);
        SealReading seals = new SealReading(database);
        Finding wrong = null;
        if (chain.ok()) {
            SealCheck check = sealCheck();
            for (Document entry : database.getCollection(LedgerCollections.ENTRIES)
                    .find(ChainReading.ofCase("stream", caseId))
                    .projection(Projections.include("hash", "page"))) {
                wrong = seals.entry(
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
        SealReading seals = new SealReading(database);
        Finding wrong = seals.day(day, sealCheck());
        return together(new Verdict(seals.entries(), 0, null), wrong, seals);
    }

    private static Verdict together(Verdict chain, @Nullable Finding sealed, SealReading seals) {
        return new Verdict(
                chain.entries(),
                chain.streams(),
                chain.firstBroken() != null ? chain.firstBroken() : sealed,
                seals.seals(),
                seals.sealedUntil(),
                seals.unsealed());
    }
}

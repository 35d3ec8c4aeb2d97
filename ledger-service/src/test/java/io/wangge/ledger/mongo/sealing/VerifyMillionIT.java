package io.wangge.ledger.mongo.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.ledger.Story;
import io.wangge.ledger.chain.Verdict;
import io.wangge.ledger.mongo.LedgerStore;
import io.wangge.ledger.sealing.Sealer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How long the check of the whole ledger takes: a million entries in under a minute on two cores. */
@EnabledIfSystemProperty(named = "grid.verify.entries", matches = "\\d+")
class VerifyMillionIT {
    private final LedgerStore store = new LedgerStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void timeOfAWholeCheck() {
        int wanted = Integer.getInteger("grid.verify.entries");
        Sealer sealer = new Sealer(
                new MongoSealBook(store.client, store.database),
                List.of(),
                null,
                InstantSource.system(),
                ZoneOffset.UTC,
                "a",
                Duration.ofMinutes(3));
        for (int written = 0; written < wanted; written += 480) {
            List<Envelope<Event>> batch = new ArrayList<>();
            while (batch.size() < 480) {
                batch.addAll(new Story().waitingForCallback().events());
            }
            store.book().write(batch);
            if (written % 48_000 == 0) {
                sealer.seal();
            }
        }
        sealer.seal();

        long start = System.nanoTime();
        Verdict verdict = store.prover().verifyAll();

        System.out.printf("verified %d entries in %.1f s%n", verdict.entries(), (System.nanoTime() - start) / 1e9);
        assertThat(verdict.ok()).isTrue();
        assertThat(verdict.entries()).isGreaterThanOrEqualTo(wanted);
    }
}

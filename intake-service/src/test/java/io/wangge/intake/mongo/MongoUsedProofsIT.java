package io.wangge.intake.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.intake.guest.UsedProofs;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MongoUsedProofsIT {
    private static final Instant UNTIL = Instant.parse("2100-01-01T00:00:00Z");
    private static IntakeStore store;

    @BeforeAll
    static void open() {
        store = new IntakeStore();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void a_proof_spent_at_one_replica_is_worth_nothing_at_another() {
        UsedProofs here = new MongoUsedProofs(store.database);
        UsedProofs there = new MongoUsedProofs(store.database);

        assertThat(here.spend("once", UNTIL)).isTrue();
        assertThat(there.spend("once", UNTIL)).isFalse();
        assertThat(here.spend("once", UNTIL)).isFalse();
        assertThat(there.spend("another", UNTIL)).isTrue();
    }

    @Test
    void of_many_at_one_moment_exactly_one_is_first() throws Exception {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> all = Stream.<Callable<Boolean>>generate(
                            () -> () -> new MongoUsedProofs(store.database).spend("contended", UNTIL))
                    .limit(20)
                    .toList();
            long first = 0;
            for (var done : hands.invokeAll(all)) {
                first += done.get() ? 1 : 0;
            }
            assertThat(first).isOne();
        }
    }

    @Test
    void what_is_over_is_forgotten_by_the_store() {
        assertThat(store.database
                        .getCollection(MongoUsedProofs.COLLECTION)
                        .listIndexes()
                        .into(new java.util.ArrayList<>()))
                .filteredOn(index -> index.containsKey("expireAfterSeconds"))
                .hasSize(1);
        assertThat(store.database
                        .getCollection(MongoUsedProofs.COLLECTION)
                        .countDocuments(new Document("until", new Document("$exists", false))))
                .isZero();
    }
}

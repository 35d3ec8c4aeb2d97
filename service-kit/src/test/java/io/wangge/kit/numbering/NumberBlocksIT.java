package io.wangge.kit.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.wangge.localstack.TestBackend;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NumberBlocksIT {
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void connect() {
        client = MongoClients.create(TestBackend.shared().mongoUri());
        database = client.getDatabase(TestBackend.shared().freshDatabase());
    }

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void numbers_of_a_series_begin_at_1_and_follow_each_other() {
        NumberBlocks numbers = new NumberBlocks(database);
        for (long expected = 1; expected <= 250; expected++) {
            assertThat(numbers.next("street-1")).isEqualTo(expected);
        }
        assertThat(numbers.next("street-2")).isEqualTo(1);
    }

    @Test
    void no_number_is_given_twice_by_three_replicas_with_many_callers() {
        Set<Long> given = ConcurrentHashMap.newKeySet();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int replica = 0; replica < 3; replica++) {
                NumberBlocks numbers = new NumberBlocks(database);
                for (int caller = 0; caller < 400; caller++) {
                    callers.execute(() ->
                            assertThat(given.add(numbers.next("street-1"))).isTrue());
                }
            }
        }
        assertThat(given).hasSize(1200);
    }

    @Test
    void a_restart_leaves_a_gap_and_repeats_nothing() {
        assertThat(new NumberBlocks(database).next("street-1")).isEqualTo(1);
        assertThat(new NumberBlocks(database).next("street-1")).isEqualTo(101);
    }
}

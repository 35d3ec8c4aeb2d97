package io.wangge.dispatch.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.wangge.dispatch.DispatchApplication;
import io.wangge.dispatch.files.ReferenceFiles;
import io.wangge.localstack.TestBackend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is started, with real MongoDB and Kafka. */
class ReferenceStartIT {
    private static final TestBackend BACKEND = TestBackend.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String database = BACKEND.freshDatabase();

    private ConfigurableApplicationContext start(String... more) {
        String[] usual = {
            "--server.port=0",
            "--grid.mongodb-uri=" + BACKEND.mongoUri(),
            "--grid.mongodb.database=" + database,
            "--grid.kafka-bootstrap=" + BACKEND.kafkaBootstrap(),
            "--grid.reference.look-every=100ms",
            "--logging.level.root=error",
            "--logging.level.org.springframework.boot=error"
        };
        String[] all = Stream.of(usual, more).flatMap(Arrays::stream).toArray(String[]::new);
        return SpringApplication.run(DispatchApplication.class, all);
    }

    private static HttpResponse<String> readiness(ConfigurableApplicationContext service)
            throws IOException, InterruptedException {
        int port = ((WebServerApplicationContext) service).getWebServer().getPort();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void without_data_it_is_not_ready_and_says_what_to_do_and_the_next_start_with_demo_data_publishes_it_once()
            throws Exception {
        try (ConfigurableApplicationContext bare = start("--grid.demo-data=false")) {
            HttpResponse<String> answer = readiness(bare);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("OUT_OF_SERVICE", "GRID_DEMO_DATA=true", "GRID_REFERENCE_DIR");
        }
        try (MongoClient client = MongoClients.create(BACKEND.mongoUri())) {
            MongoCollection<Document> stored = client.getDatabase(database).getCollection("reference_data");
            try (ConfigurableApplicationContext seeded = start("--grid.demo-data=true")) {
                await().atMost(PATIENCE).until(() -> readiness(seeded).statusCode() == 200);
                await().atMost(PATIENCE).until(() -> stored.countDocuments(Filters.exists("publishedAt")) == 5);
            }
            Object publishedAt =
                    stored.find(Filters.eq("_id", "UNIT/1")).first().get("publishedAt");

            try (ConfigurableApplicationContext again = start("--grid.demo-data=true")) {
                await().atMost(PATIENCE).until(() -> readiness(again).statusCode() == 200);
                assertThat(stored.countDocuments())
                        .as("the demo, which lacks nothing of the usual")
                        .isEqualTo(ReferenceFiles.demo().read().size());
                assertThat(stored.find(Filters.eq("_id", "UNIT/1")).first().get("publishedAt"))
                        .as("nothing is published that was")
                        .isEqualTo(publishedAt);
            }

            // As in a store from before these kinds existed.
            stored.deleteMany(Filters.in("kind", "ESCALATION_POLICY", "CASE_POLICY"));
            try (ConfigurableApplicationContext later = start("--grid.demo-data=false")) {
                await().atMost(PATIENCE).until(() -> readiness(later).statusCode() == 200);
                await().atMost(PATIENCE).until(() -> stored.countDocuments() == 11);
                assertThat(stored.find(Filters.eq("_id", "ESCALATION_POLICY/1"))
                                .first()
                                .get("body")
                                .toString())
                        .as("the usual one, not the demo's")
                        .doesNotContain("emergency");
            }
        }
    }
}

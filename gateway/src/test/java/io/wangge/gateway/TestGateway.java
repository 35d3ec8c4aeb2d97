package io.wangge.gateway;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.wire.CloudEventCodec;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.localstack.TestBackend;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole gateway on real MongoDB and Kafka, with real little services behind it; one for all tests of this JVM. */
final class TestGateway {
    static final String PASSWORD = "correct horse battery";
    static final TestDirectory DIRECTORY = new TestDirectory();
    private static TestGateway shared;

    final BackendStub intake = new BackendStub("intake");
    final BackendStub dispatch = new BackendStub("dispatch");
    final BackendStub ledger = new BackendStub("ledger");
    final HttpClient http = HttpClient.newHttpClient();
    final ConfigurableApplicationContext context;
    private final Map<String, String> tokens = new HashMap<>();

    @Configuration(proxyBeanMethods = false)
    static class Surroundings {
        @Bean
        DirectoryCopy directoryCopy() {
            return DIRECTORY;
        }
    }

    static synchronized TestGateway shared() {
        if (shared == null) {
            shared = new TestGateway("--grid.demo-data=true", "--grid.demo-password=" + PASSWORD);
        }
        return shared;
    }

    /**
     * Lives until the JVM ends: closing one gateway would take the event loops of all others along.
     *
     * @param accounts settings that say who may sign in
     */
    TestGateway(String... accounts) {
        List<String> settings = new ArrayList<>(List.of(accounts));
        settings.addAll(List.of(
                "--server.port=0",
                "--grid.mongodb-uri=" + TestBackend.shared().mongoUri(),
                "--grid.mongodb.database=" + TestBackend.shared().freshDatabase(),
                "--grid.kafka-bootstrap=" + TestBackend.shared().kafkaBootstrap(),
                "--grid.intake-uri=" + intake.uri(),
                "--grid.dispatch-uri=" + dispatch.uri(),
                "--grid.ledger-uri=" + ledger.uri(),
                "--grid.sign-in.per-name=12",
                "--grid.sign-in.per-name-per-minute=1",
                "--grid.sign-in.per-address=10000",
                "--grid.limits.body-bytes=100000",
                "--grid.limits.media-bytes=5000000"));
        context = new SpringApplication(GatewayApplication.class, Surroundings.class)
                .run(settings.toArray(String[]::new));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::isReady);
    }

    private boolean isReady() throws Exception {
        return send(request("/actuator/health/readiness")).statusCode() == 200;
    }

    HttpRequest.Builder request(String path) {
        String port = context.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpRequest.Builder signedIn(String path, String username) throws Exception {
        return request(path).header("Authorization", "Bearer " + tokenOf(username));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> signIn(String username, String password) throws Exception {
        return send(post("/api/v1/sessions", "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}"));
    }

    /** With another password in place of the present one. */
    HttpResponse<String> signIn(String username, String password, String chosen) throws Exception {
        return send(post(
                "/api/v1/sessions",
                "{\"username\":\"" + username + "\",\"password\":\"" + password + "\",\"newPassword\":\"" + chosen
                        + "\"}"));
    }

    HttpRequest.Builder post(String path, String json) {
        return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
    }

    /** Signed in once: tries on one name are few. */
    synchronized String tokenOf(String username) throws Exception {
        String known = tokens.get(username);
        if (known == null) {
            known = json(signIn(username, PASSWORD)).get("accessToken").asString();
            tokens.put(username, known);
        }
        return known;
    }

    /** What Kafka holds of the account, in order; waits until there are so many events. */
    static List<CloudEvent> recordOf(String username, int count) {
        List<CloudEvent> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestBackend.shared().kafkaBootstrap(),
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.AUDIT));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    CloudEvent event = KafkaMessageFactory.createReader(message).toEvent();
                    if (CloudEventCodec.fromCloudEvent(event).stream().equals(Streams.account(username))) {
                        found.add(event);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    static String codeOf(HttpResponse<String> response) {
        return json(response).get("code").asString();
    }
}

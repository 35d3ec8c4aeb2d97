package io.wangge.dispatch.service;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Event;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.callback.CallbackEvent.RoundAnswered;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.ReportEvent.OnSpotSettlement;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.contracts.wire.CloudEventCodec;
import io.wangge.dispatch.DispatchApplication;
import io.wangge.localstack.TestBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One dispatch service with the demo district, for all tests of this JVM; intake, ledger and gateway are played here. */
final class RunningService {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestBackend backend = TestBackend.shared();
    private final String databaseName = backend.freshDatabase();
    private final Tokens tokens = new Tokens();
    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaProducer<String, byte[]> producer;
    private final MongoClient mongo;
    private final int port;

    /** Started once; when that fails, every test says so. */
    private static final class Holder {
        private static final RunningService INSTANCE = new RunningService();
    }

    static RunningService get() {
        return Holder.INSTANCE;
    }

    private RunningService() {
        createTopics();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", backend.kafkaBootstrap()),
                new StringSerializer(),
                new ByteArraySerializer());
        mongo = MongoClients.create(backend.mongoUri());
        ConfigurableApplicationContext context = new SpringApplicationBuilder(DispatchApplication.class)
                .run(
                        "--server.port=0",
                        "--grid.mongodb-uri=" + backend.mongoUri(),
                        "--grid.mongodb.database=" + databaseName,
                        "--grid.kafka-bootstrap=" + backend.kafkaBootstrap(),
                        "--grid.kafka.partitions=3",
                        "--grid.jwks-uri=" + tokens.jwksUri(),
                        "--grid.demo-data=true");
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> getWithToken(null, "/actuator/health/readiness").status() == 200);
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", backend.kafkaBootstrap()))) {
            admin.createTopics(List.of(Topics.REPORTS, Topics.CALLBACKS).stream()
                            .flatMap(topic -> List.of(topic, Topics.deadLetters(topic)).stream())
                            .map(topic -> new NewTopic(topic, 3, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    MongoDatabase database() {
        return mongo.getDatabase(databaseName);
    }

    String kafkaBootstrap() {
        return backend.kafkaBootstrap();
    }

    Tokens tokens() {
        return tokens;
    }

    // Played: intake

    static Received report(String category, @Nullable String gridCode) {
        return report(category, gridCode, null, "resident-1");
    }

    static Received report(
            @Nullable String category,
            @Nullable String gridCode,
            @Nullable OnSpotSettlement settledOnSpot,
            @Nullable String residentId) {
        String id = UUID.randomUUID().toString();
        return new Received(
                id,
                "WG" + id.substring(0, 8),
                Channel.GRID_WORKER,
                null,
                category,
                new Erasable("井盖破损，请尽快处理", "00ff"),
                null,
                gridCode,
                null,
                Urgency.NORMAL,
                Actor.staff("staff-grid-worker-1", "990100001001001"),
                residentId,
                settledOnSpot,
                now(),
                null);
    }

    String send(Received report) {
        String stream = Streams.report(report.reportId());
        send(Topics.REPORTS, report.reportId(), new Envelope<>(stream, 1, now(), null, report));
        return report.reportId();
    }

    // Played: ledger

    void answer(String roundId, long seq, Grade grade, boolean settled, @Nullable Boolean unitAtFault) {
        String caseId = roundId.substring(0, roundId.lastIndexOf('.'));
        RoundAnswered answered = new RoundAnswered(
                roundId,
                caseId,
                Actor.staff("staff-callback-clerk-1", "990100"),
                true,
                settled,
                grade,
                unitAtFault,
                null);
        send(Topics.CALLBACKS, caseId, new Envelope<>(Streams.round(roundId), seq, now(), null, answered));
    }

    void send(String topic, String key, Envelope<? extends Event> event) {
        send(KafkaMessageFactory.<String>createWriter(topic, null, null, key)
                .writeBinary(CloudEventCodec.toCloudEvent("/wangge/test", event)));
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    // Played: people behind the gateway

    /** @param json null when there is no body @param etag of the answer, as it stands */
    record Answer(
            int status, @Nullable JsonNode json, @Nullable String etag) {
        JsonNode body() {
            if (json == null) {
                throw new AssertionError("No body, status " + status);
            }
            return json;
        }

        String text(String field) {
            return body().path(field).asString("");
        }

        long version() {
            return body().path("version").asLong();
        }
    }

    Answer get(String user, String path) {
        return exchange(HttpRequest.newBuilder(uri(path)).GET(), tokens.of("staff-" + user));
    }

    Answer post(String user, String path, String json) {
        return exchange(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                tokens.of("staff-" + user));
    }

    Answer getWithToken(@Nullable String token, String path) {
        return exchange(HttpRequest.newBuilder(uri(path)).GET(), token);
    }

    /** The case once it has {@code seq} events, as {@code user} sees it. */
    Answer await(String user, String caseId, long seq) {
        return get(user, "/api/v1/cases/" + caseId + "?atLeastSeq=" + seq + "&waitMs=10000");
    }

    Answer command(String user, String caseId, long version, String json) {
        return command(user, caseId, "\"" + version + "\"", UUID.randomUUID().toString(), json);
    }

    /** @param json fields without the id */
    Answer command(String user, String caseId, @Nullable String ifMatch, String commandId, String json) {
        String body = json.replaceFirst("\\{", "{\"id\":\"" + commandId + "\",");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/api/v1/cases/" + caseId + "/commands"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return exchange(request, tokens.of("staff-" + user));
    }

    HttpResponse<byte[]> download(String user, String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(uri(path))
                            .header("Authorization", "Bearer " + tokens.of("staff-" + user))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Anything else that a person sends. @param ifMatch null for none */
    Answer send(String user, String method, String path, String contentType, @Nullable String ifMatch, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return exchange(request, tokens.of("staff-" + user));
    }

    /** A file as it comes. */
    String downloadText(String user, String path) {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + tokens.of("staff-" + user))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private Answer exchange(HttpRequest.Builder request, @Nullable String token) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode json = response.body().isEmpty() ? null : JSON.readTree(response.body());
            return new Answer(
                    response.statusCode(),
                    json,
                    response.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}

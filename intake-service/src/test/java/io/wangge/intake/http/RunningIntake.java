package io.wangge.intake.http;

import static org.awaitility.Awaitility.await;

import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.intake.IntakeApplication;
import io.wangge.intake.YunshanDirectory;
import io.wangge.localstack.TestBackend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on real MongoDB and Kafka, asked over HTTP, with the directory that dispatch would publish. */
final class RunningIntake implements AutoCloseable {
    static final String PBX_KEY = "pbx-key-of-the-test";

    final Tokens tokens = new Tokens();
    final TestBackend backend = TestBackend.own();
    final Broker broker;
    private final ConfigurableApplicationContext service;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param json empty object for an empty body */
    record Answer(int status, JsonNode json, HttpResponse<String> raw) {
        String text(String field) {
            return json.path(field).asString("");
        }
    }

    RunningIntake(String... settings) throws Exception {
        this(YunshanDirectory.items(1), settings);
    }

    RunningIntake(List<Item> directory, String... settings) throws Exception {
        broker = new Broker(backend.kafkaBootstrap());
        broker.publish(directory);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--grid.mongodb-uri=" + backend.mongoUri(),
                "--grid.mongodb.server-selection=2s",
                "--grid.hotline.pbx-key=" + PBX_KEY,
                "--grid.hotline.extensions.8001=" + YunshanDirectory.AGENT,
                "--grid.hotline.look=50ms",
                "--grid.hotline.reveals-per-hour=3",
                "--grid.kafka-bootstrap=" + backend.kafkaBootstrap(),
                "--grid.jwks-uri=" + tokens.published()));
        arguments.addAll(List.of(settings));
        service = new SpringApplication(IntakeApplication.class).run(arguments.toArray(String[]::new));
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> send(request("/actuator/health/readiness")).status() == 200);
    }

    Answer post(String staffId, String body) throws Exception {
        return post(staffId, "/api/v1/reports", body);
    }

    Answer post(String staffId, String path, String body) throws Exception {
        return send("POST", staffId, path, body);
    }

    Answer put(String staffId, String path, String body) throws Exception {
        return send("PUT", staffId, path, body);
    }

    Answer send(String method, String staffId, String path, String body) throws Exception {
        return send(as(staffId, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    Answer get(String staffId, String path) throws Exception {
        return send(as(staffId, path));
    }

    HttpRequest.Builder as(String staffId, String path) {
        return request(path).header("Authorization", "Bearer " + tokens.valid(staffId));
    }

    int port() {
        return Integer.parseInt(String.valueOf(service.getEnvironment().getProperty("local.server.port")));
    }

    HttpRequest.Builder request(String path) {
        int port = port();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(40));
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        String body = response.body();
        return new Answer(
                response.statusCode(),
                JsonMapper.shared().readTree(body == null || body.isEmpty() ? "{}" : body),
                response);
    }

    /** @param asText the body as it is */
    String send(HttpRequest.Builder request, boolean asText) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        service.close();
        http.close();
        broker.close();
        backend.close();
    }
}

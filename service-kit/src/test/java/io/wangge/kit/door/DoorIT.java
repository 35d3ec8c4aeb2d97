package io.wangge.kit.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.wangge.contracts.Ladder;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.identity.SigningKeys;
import io.wangge.kit.identity.TestTokens;
import io.wangge.localstack.TestBackend;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole service on the kit, asked over HTTP. */
class DoorIT {
    private static final TestTokens TOKENS = new TestTokens();
    private static ConfigurableApplicationContext service;
    private static HttpClient http;

    @Configuration(proxyBeanMethods = false)
    static class Surroundings {
        @Bean
        SigningKeys signingKeys() {
            return TOKENS;
        }

        @Bean
        DirectoryCopy directoryCopy() {
            Directory directory = Directory.of(List.of(
                    new LadderItem("ladder", 1, new Ladder(List.of(), java.util.Map.of())),
                    new UnitItem("top", 1, "区", "District", "DISTRICT", null, null, "top", List.of("top")),
                    new StaffItem("staff-1", 1, "王芳", List.of(new Grant(Role.GRID_WORKER, List.of("g1")))),
                    new StaffItem("staff-admin", 1, "管理", List.of(new Grant(Role.ADMIN, List.of("top"))))));
            return () -> Optional.of(directory);
        }
    }

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(SampleService.class, Surroundings.class);
        service = application.run(
                "--server.port=0",
                "--grid.service=sample",
                "--grid.mongodb-uri=" + TestBackend.shared().mongoUri(),
                "--grid.mongodb.database=" + TestBackend.shared().freshDatabase(),
                "--grid.kafka-bootstrap=" + TestBackend.shared().kafkaBootstrap());
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        service.close();
        http.close();
    }

    @Test
    void health_is_open_and_up() throws Exception {
        HttpResponse<String> health = send(request("/actuator/health"));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(json(health).get("status").asString()).isEqualTo("UP");
    }

    @Test
    void the_controller_knows_who_calls() throws Exception {
        HttpResponse<String> who = send(signedIn("/api/v1/who", "staff-1"));
        assertThat(who.statusCode()).isEqualTo(200);
        assertThat(json(who).get("staffId").asString()).isEqualTo("staff-1");
        assertThat(who.headers().firstValue("traceparent")).isPresent();
    }

    @Test
    void without_a_token_the_caller_is_told_to_sign_in() throws Exception {
        assertProblem(send(request("/api/v1/who")), 401, "not-signed-in");
        HttpResponse<String> refused = send(request("/api/v1/who"));
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"wangge\"");
        assertThat(refused.headers().firstValue("Content-Language")).hasValue("zh-CN");
        assertThat(json(refused).get("title").asString()).isEqualTo("尚未登录");
    }

    @Test
    void expired_foreign_and_malformed_tokens_are_refused_with_their_codes() throws Exception {
        String expired = TOKENS.token("staff-1", "wangge", Instant.now().minusSeconds(31));
        assertProblem(send(bearer("/api/v1/who", expired)), 401, "token-expired");
        assertProblem(send(bearer("/api/v1/who", new TestTokens().token("staff-1"))), 401, "token-invalid");
        assertProblem(send(request("/api/v1/who").header("Authorization", "Basic eA==")), 401, "token-invalid");
    }

    @Test
    void somebody_whom_the_directory_does_not_know_is_not_let_in() throws Exception {
        assertProblem(send(signedIn("/api/v1/who", "staff-gone")), 403, "not-allowed");
    }

    @Test
    void dead_letters_are_for_the_administrator_of_the_whole_and_every_act_on_them_is_recorded() throws Exception {
        String path = "/api/v1/dead-letters/sample";
        assertProblem(send(signedIn(path, "staff-1")), 403, "not-allowed");
        assertProblem(send(signedIn("/api/v1/dead-letters/other", "staff-admin")), 404, "not-found");
        MongoDatabase database = service.getBean(MongoDatabase.class);
        database.getCollection("dead_letters")
                .insertOne(new Document("_id", "grid.cases.v1/0/7")
                        .append("topic", "grid.cases.v1")
                        .append("partition", 0)
                        .append("offset", 7L)
                        .append("headers", List.of())
                        .append("value", new Binary("{\"text\":\"漏水\"}".getBytes(StandardCharsets.UTF_8)))
                        .append("group", "grid.sample.cases")
                        .append("cause", "not a CloudEvent")
                        .append("at", new Date()));
        JsonNode list = json(send(signedIn(path + "?topic=grid.cases.v1", "staff-admin")));
        assertThat(list.get("items").get(0).get("cause").asString()).isEqualTo("not a CloudEvent");
        JsonNode one = json(send(signedIn(path + "/grid.cases.v1/0/7", "staff-admin")));
        assertThat(one.get("body").get("text").asString()).isEqualTo("‹2›");

        String id = "0193f3a0-0000-7000-8000-0000000000c1";
        String letters = "\"letters\":[\"grid.cases.v1/0/7\",\"grid.cases.v1/0/8\"]";
        HttpRequest.Builder unreasoned = post(path + "/discards", "{\"id\":\"" + id + "\"," + letters + "}");
        assertProblem(send(unreasoned), 400, "invalid-field");
        JsonNode outcome =
                json(send(post(path + "/discards", "{\"id\":\"" + id + "\"," + letters + ",\"reason\":\"误发\"}")));
        assertThat(outcome.get("done").get(0).asString()).isEqualTo("grid.cases.v1/0/7");
        assertThat(outcome.get("gone").get(0).asString()).isEqualTo("grid.cases.v1/0/8");
        assertThat(database.getCollection("dead_letters").countDocuments()).isZero();
        assertThat(database.getCollection("dead_letter_acts")
                        .find(new Document("_id", id))
                        .first()
                        .getString("reason"))
                .isEqualTo("误发");
    }

    private static HttpRequest.Builder post(String path, String body) {
        return signedIn(path, "staff-admin")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Test
    void operators_pages_are_for_administrators_but_health_is_open() throws Exception {
        assertProblem(send(signedIn("/actuator/deadletters", "staff-1")), 403, "not-allowed");
        assertProblem(send(request("/actuator/metrics")), 401, "not-signed-in");
        HttpResponse<String> letters = send(signedIn("/actuator/deadletters", "staff-admin"));
        assertThat(letters.statusCode()).isEqualTo(200);
        assertThat(json(letters).get("newest")).isEmpty();
        assertThat(send(request("/actuator/health/readiness")).statusCode()).isEqualTo(200);
    }

    @Test
    void problems_speak_english_to_who_asks_for_it() throws Exception {
        HttpResponse<String> missing =
                send(signedIn("/api/v1/nothing-here", "staff-1").header("Accept-Language", "en"));
        assertProblem(missing, 404, "not-found");
        assertThat(json(missing).get("title").asString()).isEqualTo("Not found");
        assertThat(json(missing).get("instance").asString()).isEqualTo("/api/v1/nothing-here");
    }

    @Test
    void bodies_that_cannot_be_read_are_problems_with_the_field() throws Exception {
        assertProblem(post("{\"name\":"), 400, "malformed-json");
        assertProblem(post(""), 400, "malformed-json");
        assertProblem(post("[1]"), 400, "malformed-json");
        assertProblem(post("{\"name\":12}"), 400, "malformed-json");
        assertProblem(post("{\"name\":\"x\",\"size\":\"12\"}"), 400, "malformed-json");
        assertProblem(post("{\"name\":\"x\"} {}"), 400, "malformed-json");
        HttpResponse<String> unknown = post("{\"name\":\"x\",\"colour\":\"BLUE\"}");
        assertProblem(unknown, 400, "invalid-field");
        assertThat(json(unknown).get("errors").get(0).get("field").asString()).isEqualTo("colour");
        assertThat(json(unknown).get("errors").get(0).get("remedy").asString()).contains("RED、GREEN");
        assertProblem(post("{\"at\":\"yesterday\"}"), 400, "invalid-field");
        assertProblem(post("{\"colour\":0}"), 400, "invalid-field");
    }

    @Test
    void unknown_fields_are_passed_over_nulls_left_out_and_times_have_chinas_offset() throws Exception {
        HttpResponse<String> thing = post("{\"name\":\"井盖\",\"new\":{},\"at\":\"2026-11-22T06:00:00.5Z\"}");
        assertThat(thing.statusCode()).isEqualTo(200);
        assertThat(thing.body()).isEqualTo("{\"name\":\"井盖\",\"at\":\"2026-11-22T14:00:00.5+08:00\"}");
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_it_tells_its_length_or_not() throws Exception {
        byte[] large = ("{\"name\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertProblem(send(thing(HttpRequest.BodyPublishers.ofByteArray(large))), 413, "body-too-large");
        HttpRequest.BodyPublisher chunked =
                HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large));
        assertProblem(send(thing(chunked)), 413, "body-too-large");
    }

    @Test
    void another_media_type_and_another_method_are_refused() throws Exception {
        HttpRequest.Builder text = signedIn("/api/v1/things", "staff-1")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("x"));
        assertProblem(send(text), 415, "unsupported-media-type");
        HttpResponse<String> delete = send(signedIn("/api/v1/things", "staff-1").DELETE());
        assertProblem(delete, 405, "method-not-allowed");
        assertThat(delete.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void a_command_says_which_version_it_has_seen() throws Exception {
        assertProblem(send(command()), 428, "if-match-missing");
        assertThat(send(command().header("If-Match", "\"12\"")).body()).isEqualTo("12");
        assertProblem(send(command().header("If-Match", "*")), 400, "invalid-field");
        assertProblem(send(command().header("If-Match", "W/\"12\"")), 400, "invalid-field");
    }

    @Test
    void our_own_mistake_is_a_500_with_a_trace_id_and_nothing_of_its_inside() throws Exception {
        HttpResponse<String> broken = send(signedIn("/api/v1/broken", "staff-1")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        assertProblem(broken, 500, "internal-error");
        assertThat(json(broken).get("traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(broken.body()).doesNotContain("a bug");
    }

    @Test
    void a_store_or_a_directory_that_is_away_is_a_503_that_says_when_to_come_again() throws Exception {
        HttpResponse<String> away = send(signedIn("/api/v1/store-away", "staff-1"));
        assertProblem(away, 503, "store-unavailable");
        assertThat(away.headers().firstValue("Retry-After")).hasValue("2");
        assertProblem(send(signedIn("/api/v1/not-ready", "staff-1")), 503, "not-ready");
    }

    private static HttpRequest.Builder command() {
        return signedIn("/api/v1/things/1/commands", "staff-1").POST(HttpRequest.BodyPublishers.noBody());
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return send(thing(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder thing(HttpRequest.BodyPublisher body) {
        return signedIn("/api/v1/things", "staff-1")
                .header("Content-Type", "application/json")
                .POST(body);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).isEqualTo("urn:wangge:problem:" + code);
        assertThat(problem.get("remedy").asString()).isNotBlank();
        assertThat(problem.has("stackTrace")).isFalse();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder signedIn(String path, String staffId) {
        return bearer(path, TOKENS.token(staffId));
    }

    private static HttpRequest.Builder bearer(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder request(String path) {
        String port = service.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}

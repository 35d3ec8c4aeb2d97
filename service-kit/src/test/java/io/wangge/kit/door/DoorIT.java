package io.wangge.kit.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.LadderItem;
import io.wangge.contracts.directory.DirectoryEvent.StaffItem;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.identity.SigningKeys;
import io.wangge.kit.identity.TestTokens;
import io.wangge.localstack.TestBackend;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
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
    void healthIsOpenAndUp() throws Exception {
        HttpResponse<String> health = send(request("/actuator/health"));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(json(health).get("status").asString()).isEqualTo("UP");
    }

    @Test
    void theControllerKnowsWhoCalls() throws Exception {
        HttpResponse<String> who = send(signedIn("/api/v1/who", "staff-1"));
        assertThat(who.statusCode()).isEqualTo(200);
        assertThat(json(who).get("staffId").asString()).isEqualTo("staff-1");
        assertThat(who.headers().firstValue("traceparent")).isPresent();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder signedIn(String path, String staffId) {
        return request(path).header("Authorization", "Bearer " + TOKENS.token(staffId));
    }

    private static HttpRequest.Builder request(String path) {
        String port = service.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}

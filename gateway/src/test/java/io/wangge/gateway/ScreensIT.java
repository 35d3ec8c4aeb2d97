package io.wangge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A screen on a wall: given out by a leader, good for one unit's board, gone when it is revoked. */
class ScreensIT {
    private static final TestGateway GATEWAY = TestGateway.shared();
    private static final String BOARD = "/api/v1/boards/990100001";

    @Test
    void aScreenTradesItsCodeOnceAndReadsTheBoardOfItsUnitAndNothingElse() throws Exception {
        JsonNode issued = issue(UUID.randomUUID().toString(), "leader-1");
        String code = issued.get("code").asString();
        assertThat(code).matches("[A-Z0-9]{8}");

        JsonNode session = TestGateway.json(signIn(code.substring(0, 4).toLowerCase() + " " + code.substring(4)));
        assertThat(session.get("unitId").asString()).isEqualTo("990100001");
        String token = session.get("token").asString();
        assertThat(TestGateway.codeOf(signIn(code))).as("a second screen").isEqualTo("screen-code-wrong");

        assertThat(asScreen(BOARD, token).statusCode()).isEqualTo(200);
        // The service sees the giver, by a token of ours; the screen's own goes no further.
        assertThat(GATEWAY.ledger.last().header("Authorization"))
                .startsWith("Bearer ")
                .doesNotContain(token);
        assertThat(asScreen(BOARD + "/stream", token).statusCode()).isEqualTo(200);
        assertThat(asScreen("/api/v1/directory/grids", token).statusCode()).isEqualTo(200);
        for (String other : new String[] {
            "/api/v1/boards/990100002", "/api/v1/cases", "/api/v1/me", "/api/v1/directory/staff", BOARD + "/../cases"
        }) {
            assertThat(asScreen(other, token).statusCode()).as(other).isNotEqualTo(200);
        }
        HttpResponse<String> written = GATEWAY.send(GATEWAY.request(BOARD)
                .header("Authorization", "Screen " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(written.statusCode()).isEqualTo(403);
    }

    @Test
    void aRevokedScreenShowsNothingAnyMore() throws Exception {
        String id = UUID.randomUUID().toString();
        String token = TestGateway.json(signIn(issue(id, "leader-1").get("code").asString()))
                .get("token")
                .asString();
        assertThat(asScreen(BOARD, token).statusCode()).isEqualTo(200);

        HttpResponse<String> revoked = GATEWAY.send(
                GATEWAY.signedIn("/api/v1/screens/" + id, "leader-2").DELETE());
        assertThat(revoked.statusCode()).isEqualTo(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> asScreen(BOARD, token).statusCode() == 401);
        JsonNode listed = TestGateway.json(GATEWAY.send(GATEWAY.signedIn("/api/v1/screens", "leader-1")));
        assertThat(listed.get("items")
                        .valueStream()
                        .filter(screen -> screen.get("id").asString().equals(id)))
                .singleElement()
                .satisfies(screen -> {
                    assertThat(screen.has("revokedAt")).isTrue();
                    assertThat(screen.has("code")).isFalse();
                });
    }

    @Test
    void aScreenGoesDarkWithTheOneWhoGaveItOut() throws Exception {
        String token = TestGateway.json(signIn(issue(UUID.randomUUID().toString(), "leader-2")
                        .get("code")
                        .asString()))
                .get("token")
                .asString();
        assertThat(asScreen(BOARD, token).statusCode()).isEqualTo(200);
        TestGateway.DIRECTORY.dismiss("leader-2");
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> asScreen(BOARD, token).statusCode() == 401);
        } finally {
            TestGateway.DIRECTORY.reinstateAll();
        }
    }

    @Test
    void onlyLeadersAndAdministratorsGiveScreensOutAndAnIdOnce() throws Exception {
        String id = UUID.randomUUID().toString();
        assertThat(issuing(id, "handler-1").statusCode()).isEqualTo(403);
        assertThat(issuing(id, "leader-1").statusCode()).isEqualTo(201);
        assertThat(TestGateway.codeOf(issuing(id, "leader-1"))).isEqualTo("screen-already-issued");
        assertThat(signIn("AAAA AAAA").statusCode()).isEqualTo(404);
        assertThat(asScreen(BOARD, id + ".guess").statusCode()).isEqualTo(401);
    }

    private static JsonNode issue(String id, String leader) throws Exception {
        return TestGateway.json(issuing(id, leader));
    }

    private static HttpResponse<String> issuing(String id, String username) throws Exception {
        return GATEWAY.send(GATEWAY.signedIn("/api/v1/screens", username)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"id\":\"" + id + "\",\"name\":\"指挥大厅东墙\",\"unitId\":\"990100001\"}")));
    }

    private static HttpResponse<String> signIn(String code) throws Exception {
        return GATEWAY.send(GATEWAY.post("/api/v1/screens/sessions", "{\"code\":\"" + code + "\"}"));
    }

    private static HttpResponse<String> asScreen(String path, String token) throws Exception {
        return GATEWAY.send(GATEWAY.request(path).header("Authorization", "Screen " + token));
    }
}

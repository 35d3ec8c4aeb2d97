package io.wangge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** What a call passes on its way in, and what comes back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoorIT {
    private static final TestGateway GATEWAY = TestGateway.shared();

    @Test
    void eachPathReachesTheServiceThatAnswersIt() throws Exception {
        Map<String, String> owners = new HashMap<>(Map.of(
                "/api/v1/reports", "intake",
                "/api/v1/reports/1?waitMs=5", "intake",
                "/api/v1/cases?tab=inbox", "dispatch",
                "/api/v1/cases/1/actions", "dispatch",
                "/api/v1/directory/grids", "dispatch",
                "/api/v1/calendar/years", "dispatch",
                "/api/v1/callbacks?tab=due", "ledger",
                "/api/v1/ledger/cases/1", "ledger"));
        owners.put("/api/v1/attachments/1", "intake");
        owners.put("/api/v1/field-pack", "intake");
        owners.put("/api/v1/field-pack/suggestion-model", "intake");
        owners.put("/api/v1/categories/suggestions", "intake");
        owners.put("/api/v1/urgent-words", "intake");
        owners.put("/api/v1/places", "intake");
        owners.put("/api/v1/topics", "intake");
        owners.put("/api/v1/projects", "intake");
        for (var owner : owners.entrySet()) {
            HttpResponse<String> answer = GATEWAY.send(GATEWAY.signedIn(owner.getKey(), "handler-1"));
            assertThat(TestGateway.json(answer).get("service").asString()).isEqualTo(owner.getValue());
        }
        assertThat(GATEWAY.intake.last().path()).startsWith("/api/v1/");
    }

    @Test
    void aPhotoAndADayOfReportsMayBeLargerThanOtherBodiesAndALinkToAFileNeedsNoLogin() throws Exception {
        String photo = "x".repeat(5 * 1024 * 1024);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(photo);

        HttpResponse<String> sent = GATEWAY.send(
                GATEWAY.signedIn("/api/v1/attachments/uploads/1", "handler-1").method("PATCH", body));
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(GATEWAY.intake.last().body()).hasSize(photo.length());
        assertThat(GATEWAY.send(GATEWAY.signedIn("/api/v1/reports/sync", "handler-1")
                                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(3 * 1024 * 1024))))
                        .statusCode())
                .isEqualTo(200);
        assertRefused(GATEWAY.signedIn("/api/v1/attachments", "handler-1").POST(body), 413, "body-too-large");
        assertThat(GATEWAY.send(GATEWAY.request("/api/v1/attachments/files/1?signature=x"))
                        .statusCode())
                .isEqualTo(200);
        assertRefused(GATEWAY.request("/api/v1/attachments/1"), 401, "not-signed-in");
    }

    @Test
    void whatIsPublishedAndAResidentsLinkNeedNoLoginButNobodyTriesLinksByTheThousand() throws Exception {
        for (String open : List.of("/api/v1/ledger/accountability", "/api/v1/ledger/keys")) {
            HttpResponse<String> answer = GATEWAY.send(GATEWAY.request(open));
            assertThat(TestGateway.json(answer).get("service").asString()).isEqualTo("ledger");
        }
        assertThat(GATEWAY.send(GATEWAY.request("/api/v1/callbacks/by-token")).statusCode())
                .isEqualTo(401);

        HttpResponse<String> answer = GATEWAY.send(GATEWAY.request("/api/v1/callbacks/by-token/t-0"));
        assertThat(answer.statusCode()).isEqualTo(200);
        for (int i = 1; answer.statusCode() == 200 && i < 200; i++) {
            answer = GATEWAY.send(GATEWAY.request("/api/v1/callbacks/by-token/t-" + i));
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(TestGateway.codeOf(answer)).isEqualTo("too-many-requests");
    }

    @Test
    void peopleWithoutAnAccountComeInAndAnAddressIsLimitedByWhatItCosts() throws Exception {
        HttpRequest.BodyPublisher photo = HttpRequest.BodyPublishers.ofString("x".repeat(3 * 1024 * 1024));
        assertThat(GATEWAY.send(GATEWAY.request("/api/v1/public/tracking/261123-0001"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(GATEWAY.send(GATEWAY.request("/api/v1/public/photos/1").PUT(photo))
                        .statusCode())
                .isEqualTo(200);
        assertThat(GATEWAY.send(GATEWAY.request("/api/v1/public/wechat")).statusCode())
                .isEqualTo(200);
        assertRefused(GATEWAY.request("/api/v1/notices"), 401, "not-signed-in");

        HttpResponse<String> answer = askForACode();
        assertThat(answer.statusCode()).isEqualTo(200);
        for (int i = 1; answer.statusCode() == 200 && i < 50; i++) {
            answer = askForACode();
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        // Somebody else behind the same address may still report.
        assertThat(GATEWAY.send(GATEWAY.request("/api/v1/public/reports")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> askForACode() throws Exception {
        return GATEWAY.send(GATEWAY.request("/api/v1/public/codes").POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    @Test
    void aServicesOwnProblemPassesAsItIs() throws Exception {
        HttpResponse<String> answer = GATEWAY.send(GATEWAY.signedIn("/api/v1/reports/problem", "handler-1"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"code\":\"wrong-state\",\"from\":\"intake\"}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void whoSomebodyIsComesFromTheTokenAloneAndTheTraceAlwaysGoesOn() throws Exception {
        GATEWAY.send(GATEWAY.signedIn("/api/v1/reports", "handler-1")
                .header("X-User-Id", "staff-leader-1")
                .header("X-Staff-Id", "staff-leader-1")
                .header("X-Forwarded-User", "staff-leader-1")
                .header("X-Auth-Request-User", "staff-leader-1")
                .header("X-Remote-User", "staff-leader-1")
                .header("Cookie", "wangge_session=secret")
                .header("If-Match", "\"3\""));
        BackendStub.Asked asked = GATEWAY.intake.last();
        assertThat(asked.headers().keySet().stream().map(String::toLowerCase))
                .noneMatch(name -> name.startsWith("x-") || name.equals("cookie") || name.equals("forwarded"));
        assertThat(asked.header("Authorization")).startsWith("Bearer ");
        assertThat(asked.header("If-Match")).isEqualTo("\"3\"");
        assertThat(asked.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

        String mine = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        GATEWAY.send(GATEWAY.signedIn("/api/v1/reports", "handler-1").header("traceparent", mine));
        assertThat(GATEWAY.intake.last().header("traceparent")).isEqualTo(mine);
    }

    @Test
    void withoutAGoodTokenNoServiceIsAsked() throws Exception {
        int before = GATEWAY.intake.count();
        String token = GATEWAY.tokenOf("handler-1");
        String tampered = token.substring(0, token.length() - 6) + "AAAAAA";

        assertRefused(GATEWAY.request("/api/v1/reports"), 401, "not-signed-in");
        assertRefused(GATEWAY.request("/api/v1/reports").header("Authorization", "Basic abc"), 401, "not-signed-in");
        assertRefused(
                GATEWAY.request("/api/v1/reports").header("Authorization", "Bearer " + tampered), 401, "token-invalid");
        assertRefused(GATEWAY.request("/api/v1/reports").header("Authorization", "Bearer x.y.z"), 401, "token-invalid");
        assertRefused(GATEWAY.request("/api/v1/no-such-thing"), 401, "not-signed-in");
        assertThat(GATEWAY.intake.count()).isEqualTo(before);
    }

    @Test
    void whoeverLeftTheStaffIsRefusedAtOnce() throws Exception {
        String token = GATEWAY.tokenOf("handler-2");
        TestGateway.DIRECTORY.dismiss("handler-2");
        try {
            assertRefused(
                    GATEWAY.request("/api/v1/reports").header("Authorization", "Bearer " + token), 403, "not-allowed");
        } finally {
            TestGateway.DIRECTORY.reinstateAll();
        }
    }

    @Test
    void problemsSpeakTheCallersLanguageChineseUnlessAsked() throws Exception {
        HttpResponse<String> chinese = GATEWAY.send(GATEWAY.request("/api/v1/reports"));
        HttpResponse<String> english =
                GATEWAY.send(GATEWAY.request("/api/v1/reports").header("Accept-Language", "en-GB,en;q=0.8"));
        assertThat(TestGateway.json(chinese).get("remedy").asString()).containsPattern("\\p{IsHan}");
        assertThat(TestGateway.json(english).get("remedy").asString()).isEqualTo("Sign in and try again.");
        assertThat(chinese.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItsLengthIsSaidOrNot() throws Exception {
        int before = GATEWAY.intake.count();
        String large = "x".repeat(100_001);
        assertRefused(
                GATEWAY.signedIn("/api/v1/reports", "handler-1").POST(HttpRequest.BodyPublishers.ofString(large)),
                413,
                "body-too-large");
        HttpRequest.BodyPublisher unsaid = HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)));
        assertRefused(GATEWAY.signedIn("/api/v1/reports", "handler-1").POST(unsaid), 413, "body-too-large");
        assertThat(GATEWAY.intake.count()).isEqualTo(before);

        HttpResponse<String> fits = GATEWAY.send(GATEWAY.signedIn("/api/v1/reports", "handler-1")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)))));
        assertThat(fits.statusCode()).isEqualTo(200);
        assertThat(GATEWAY.intake.last().body()).isEqualTo("{}");
    }

    @Test
    void aServiceThatIsDownIsSaidToBeDownWithWhatToDoAndServesAgainWhenItIsBack() throws Exception {
        String token = GATEWAY.tokenOf("handler-1");
        HttpRequest.Builder call =
                GATEWAY.request("/api/v1/callbacks?tab=due").header("Authorization", "Bearer " + token);
        GATEWAY.ledger.down();
        try {
            HttpResponse<String> answer = GATEWAY.send(call);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(TestGateway.codeOf(answer)).isEqualTo("service-unavailable");
            assertThat(TestGateway.json(answer).get("remedy").asString()).contains("编号");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            GATEWAY.ledger.up();
        }
        assertThat(GATEWAY.send(call).statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestOfOpen311MayBringItsPhotosAlong() throws Exception {
        HttpRequest.Builder post = GATEWAY.request("/open311/v2/requests.xml")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(3_000_000)));
        assertThat(GATEWAY.send(post).statusCode()).isEqualTo(200);
        assertThat(GATEWAY.intake.last().body()).hasSize(3_000_000);
    }

    /** Last: it uses up what one address may ask of Open311. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whatTheGatewayRefusesOfOpen311IsSaidInTheStandardsForm() throws Exception {
        String large = "description=" + "x".repeat(7_000_000);
        HttpRequest.Builder post = GATEWAY.request("/open311/v2/requests.json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(large));
        assertOpen311Json(GATEWAY.send(post), 413);

        GATEWAY.intake.down();
        try {
            HttpResponse<String> json = GATEWAY.send(GATEWAY.request("/open311/v2/services.json"));
            assertOpen311Json(json, 503);
            assertThat(json.headers().firstValue("Retry-After")).isPresent();
            HttpResponse<String> xml =
                    GATEWAY.send(GATEWAY.request("/open311/v2/services.xml").header("Accept-Language", "en"));
            assertThat(xml.statusCode()).isEqualTo(503);
            assertThat(xml.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
            assertThat(xml.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
            assertThat(xml.body())
                    .matches("(?s)<\\?xml version=\"1.0\" encoding=\"UTF-8\"\\?><errors><error><code>503</code>"
                            + "<description>[^<]+</description></error></errors>");
        } finally {
            GATEWAY.intake.up();
        }

        HttpResponse<String> answer = GATEWAY.send(GATEWAY.request("/open311/v2/services.json"));
        for (int i = 0; answer.statusCode() == 200 && i < 1_000; i++) {
            answer = GATEWAY.send(GATEWAY.request("/open311/v2/services.json"));
        }
        assertOpen311Json(answer, 429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private static void assertOpen311Json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode errors = TestGateway.json(answer);
        assertThat(errors.isArray()).isTrue();
        assertThat(errors.path(0).path("code").asInt()).isEqualTo(status);
        assertThat(errors.path(0).path("description").asString()).isNotEmpty();
    }

    @Test
    void anEventStreamPassesEventByEvent() throws Exception {
        HttpRequest.Builder request =
                GATEWAY.signedIn("/api/v1/ledger/stream", "handler-1").header("Accept", "text/event-stream");
        GATEWAY.ledger.eventsToStream.add("one");
        HttpResponse<InputStream> response =
                GATEWAY.http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(nextData(lines)).isEqualTo("data: one");
            GATEWAY.ledger.eventsToStream.add("two");
            assertThat(nextData(lines)).isEqualTo("data: two");
            GATEWAY.ledger.eventsToStream.add("END");
        }
    }

    private static String nextData(BufferedReader lines) throws Exception {
        return CompletableFuture.supplyAsync(() -> lines.lines()
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("end"))
                .get(30, TimeUnit.SECONDS);
    }

    private static void assertRefused(HttpRequest.Builder request, int status, String code) throws Exception {
        HttpResponse<String> answer = GATEWAY.send(request);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TestGateway.codeOf(answer)).isEqualTo(code);
    }
}

package io.wangge.systemtests;

import static io.wangge.systemtests.Problems.assertRefused;
import static io.wangge.systemtests.World.lamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.systemtests.client.Answer;
import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.Command;
import io.wangge.systemtests.client.GridClient;
import io.wangge.systemtests.client.ReportForm;
import io.wangge.systemtests.client.Session;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is wrong is answered with a code and a remedy in the caller's language, and leaves nothing behind. */
class BadInputIT {
    private static final String REPORTS = "/api/v1/reports";

    private final World world = World.shared();
    private final Session worker = world.as("grid-worker-1");

    @Test
    void aReportWithoutTextIsRefused() {
        ReportForm form = lamp().with("text", "   ");
        Answer answer = assertRefused(400, "invalid-field", headers -> send(form, headers));
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("text");
        assertNothingIsKept(form);
    }

    @Test
    void aReportWithTooLongATextIsRefused() {
        ReportForm form = lamp().with("text", "长".repeat(2001));
        assertRefused(400, "invalid-field", headers -> send(form, headers));
        assertNothingIsKept(form);
    }

    @Test
    void allFaultsOfAReportAreToldAtOnce() {
        ReportForm form = lamp().with("text", "").with("urgency", "SOON").at(500, 30);
        Answer answer = assertRefused(400, "invalid-field", headers -> send(form, headers));
        assertThat(answer.json().path("errors").size()).isEqualTo(3);
        assertNothingIsKept(form);
    }

    @Test
    void aReportWhoseIdIsNoUuidIsRefused() {
        assertRefused(400, "invalid-field", headers -> send(lamp().with("id", "17"), headers));
    }

    @Test
    void malformedJsonIsRefused() {
        assertRefused(400, "malformed-json", headers -> worker.exchange("POST", REPORTS, "{\"id\": \"x\", ", headers));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String body = lamp().with("text", "长".repeat(400_000)).toJson();
        assertRefused(413, "body-too-large", headers -> worker.exchange("POST", REPORTS, body, headers));
    }

    @Test
    void whoIsNotSignedInIsRefused() {
        assertRefused(
                401, "not-signed-in", headers -> world.client().exchange("POST", REPORTS, lamp().toJson(), headers));
    }

    @Test
    void aTokenOfSomebodyElsesMakingIsRefused() {
        assertRefused(
                401,
                "token-invalid",
                headers -> worker.exchange(
                        "GET", "/api/v1/cases", null, with(headers, "Authorization", "Bearer not.a.token")));
    }

    @Test
    void aTokenThatWasChangedIsRefused() {
        String[] parts = worker.token().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1])).replace("grid-worker-1", "admin-1");
        String forged = parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes())
                + "." + parts[2];
        assertRefused(
                401,
                "token-invalid",
                headers -> worker.exchange(
                        "GET", "/api/v1/cases", null, with(headers, "Authorization", "Bearer " + forged)));
    }

    @Test
    void aTokenThatHasEndedIsRefusedAlsoPastTheGateway() throws Exception {
        String expired = "Bearer " + OldTokens.of(world, "grid-worker-1");
        assertRefused(
                401,
                "token-expired",
                headers -> worker.exchange("GET", "/api/v1/cases", null, with(headers, "Authorization", expired)));
        for (String service : List.of("intake-service", "dispatch-service", "ledger-service")) {
            String path = service.startsWith("intake") ? REPORTS : "/api/v1/cases";
            try (GridClient straight = new GridClient(world.stack().serviceUri(service))) {
                assertRefused(
                        401,
                        "token-expired",
                        headers -> straight.exchange("GET", path, null, with(headers, "Authorization", expired)));
            }
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        Answer answer = world.client()
                .exchange(
                        "POST",
                        "/api/v1/sessions",
                        "{\"username\":\"grid-worker-12\",\"password\":\"wrong\"}",
                        Map.of());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("remedy").asString("")).isNotBlank();
    }

    @Test
    void aPlaceOutsideEveryGridIsTakenAndWaitsAtTheTop() {
        ReportForm form = ReportForm.saying("高速出口井盖缺失").category("0601").at(121.5, 31.2);
        CaseView waits = world.opened(form);
        assertThat(waits.state()).isEqualTo("PENDING_DISPATCH");
        assertThat(waits.json().path("route").path("code").asString()).isEqualTo("outside-every-grid");
        assertThat(waits.caseNumber()).startsWith("990100");
        assertThat(waits.holder()).isEqualTo("990100");
    }

    @Test
    void anUnknownCategoryIsTakenAndWaits() {
        CaseView waits =
                world.opened(ReportForm.saying("不知道算什么").category("7788").at(120.107, 30.233));
        assertThat(waits.state()).isEqualTo("PENDING_DISPATCH");
        assertThat(waits.json().path("route").path("code").asString()).isEqualTo("unknown-category");
    }

    @Test
    void aRetiredCategoryIsTakenAndWaits() {
        CaseView waits = world.opened(ReportForm.saying("旧书报亭").category("9901").at(120.107, 30.233));
        assertThat(waits.state()).isEqualTo("PENDING_DISPATCH");
        assertThat(waits.json().path("route").path("code").asString()).isEqualTo("retired-category");
    }

    @Test
    void whatTheStateForbidsIsRefused() {
        CaseView opened = world.opened(lamp());
        assertRefused(
                409, "wrong-state", headers -> command(world.people().holderOf(opened), opened, "complete", headers));
        assertUnchanged(opened);
    }

    @Test
    void whatTheRoleForbidsIsRefused() {
        CaseView opened = world.opened(lamp());
        assertRefused(403, "not-allowed", headers -> command(world.as("leader-2"), opened, "accept", headers));
        assertUnchanged(opened);
    }

    @Test
    void aStaleVersionIsRefused() {
        CaseView opened = world.opened(lamp());
        world.accepted(opened);
        Answer answer = assertRefused(
                412, "stale-version", headers -> command(world.people().holderOf(opened), opened, "complete", headers));
        assertThat(answer.json().path("facts").path("current").asLong()).isEqualTo(opened.version() + 1);
    }

    @Test
    void aCommandWithoutAVersionIsRefused() {
        CaseView opened = world.opened(lamp());
        assertRefused(
                428,
                "if-match-missing",
                headers -> world.people()
                        .holderOf(opened)
                        .exchange(
                                "POST",
                                "/api/v1/cases/" + opened.id() + "/commands",
                                Command.accept().json().toString(),
                                headers));
        assertUnchanged(opened);
    }

    @Test
    void aCaseThatIsNotThereIsNotFound() {
        assertRefused(
                404,
                "not-found",
                headers -> worker.exchange("GET", "/api/v1/cases/" + UUID.randomUUID(), null, headers));
    }

    private Answer send(ReportForm form, Map<String, String> headers) {
        return worker.exchange("POST", REPORTS, form.toJson(), headers);
    }

    private static Answer command(Session who, CaseView theCase, String type, Map<String, String> headers) {
        String body = "{\"id\":\"%s\",\"type\":\"%s\",\"text\":\"好\"}".formatted(UUID.randomUUID(), type);
        return who.exchange(
                "POST",
                "/api/v1/cases/" + theCase.id() + "/commands",
                body,
                with(headers, "If-Match", "\"" + theCase.version() + "\""));
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return all;
    }

    private void assertUnchanged(CaseView before) {
        assertThat(world.as("dispatcher-1").theCase(before.id()).json()).isEqualTo(before.json());
    }

    private void assertNothingIsKept(ReportForm form) {
        assertThat(world.documentsOf(form.id())).isEmpty();
    }
}

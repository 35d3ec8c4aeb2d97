package io.wangge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Actor;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.contracts.wire.CloudEventCodec;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an administrator does to accounts, and everybody to the own password; over HTTP. */
class AccountsIT {
    private static final TestGateway GATEWAY = TestGateway.shared();
    private static final String ADMIN = "admin-1";

    @Test
    void aDisabledAccountSignsNobodyInAndWhoWasSignedInIsOutAtOnceUntilItIsEnabledAgain() throws Exception {
        HttpResponse<String> before = GATEWAY.signIn("handler-7", TestGateway.PASSWORD);
        assertThat(me(before).statusCode()).isEqualTo(200);

        JsonNode disabled = done(act("handler-7/disable", "{\"reason\":\"调离本街道\"}"));
        assertThat(disabled.has("disabledAt")).isTrue();
        assertThat(disabled.get("sessions").asInt()).isZero();

        HttpResponse<String> refused = me(before);
        assertThat(refused.statusCode()).as("the access token").isEqualTo(401);
        assertThat(TestGateway.codeOf(refused)).isEqualTo("session-ended");
        assertThat(refresh(before).statusCode()).as("the session").isEqualTo(401);
        HttpResponse<String> again = GATEWAY.signIn("handler-7", TestGateway.PASSWORD);
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(TestGateway.codeOf(again)).isEqualTo("account-disabled");
        assertThat(TestGateway.codeOf(GATEWAY.signIn("handler-7", "guess")))
                .as("who does not know the password learns nothing")
                .isEqualTo("wrong-password");

        assertThat(done(act("handler-7/enable", "{}")).has("disabledAt")).isFalse();
        assertThat(me(before).statusCode()).as("what was ended stays ended").isEqualTo(401);
        HttpResponse<String> after = GATEWAY.signIn("handler-7", TestGateway.PASSWORD);
        assertThat(me(after).statusCode()).isEqualTo(200);
        assertThat(refresh(after).statusCode()).isEqualTo(200);
        assertThat(eventsOf("handler-7", 6))
                .contains(
                        new AuditEvent.AccountEnabled("handler-7", "staff-handler-7", by()),
                        new AuditEvent.AccountDisabled("handler-7", "staff-handler-7", by(), "调离本街道"),
                        new AuditEvent.SignInRefused("handler-7", "staff-handler-7", "account-disabled"));
    }

    @Test
    void aPasswordThatWasGivenOutIsShownOnceAndAsksForAnotherAtTheFirstSignIn() throws Exception {
        HttpResponse<String> before = GATEWAY.signIn("handler-8", TestGateway.PASSWORD);
        JsonNode reset = done(act("handler-8/password", "{}"));
        String once = reset.get("password").asString();
        assertThat(once).matches("([a-z0-9]{4}-){2}[a-z0-9]{4}");
        assertThat(reset.has("oneTimeUntil")).isTrue();
        assertThat(accountsOf("staff-handler-8").get(0).has("password")).isFalse();

        assertThat(me(before).statusCode()).isEqualTo(401);
        assertThat(GATEWAY.signIn("handler-8", TestGateway.PASSWORD).statusCode())
                .as("the password of before")
                .isEqualTo(401);
        HttpResponse<String> asked = GATEWAY.signIn("handler-8", once);
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(TestGateway.codeOf(asked)).isEqualTo("new-password-needed");
        for (String weak : List.of("short", "handler-8-2026", "1234567890", once)) {
            assertThat(TestGateway.codeOf(GATEWAY.signIn("handler-8", once, weak)))
                    .as(weak)
                    .isEqualTo("password-too-weak");
        }
        assertThat(GATEWAY.signIn("handler-8", "guess", "三棵槐树 下 的 长椅").statusCode())
                .isEqualTo(401);

        HttpResponse<String> inside = GATEWAY.signIn("handler-8", once, "三棵槐树 下 的 长椅");
        assertThat(inside.statusCode()).isEqualTo(200);
        assertThat(me(inside).statusCode()).isEqualTo(200);
        assertThat(GATEWAY.signIn("handler-8", "三棵槐树 下 的 长椅").statusCode()).isEqualTo(200);
        assertThat(GATEWAY.signIn("handler-8", once).statusCode())
                .as("a second time")
                .isEqualTo(401);
        assertThat(accountsOf("staff-handler-8").get(0).has("oneTimeUntil")).isFalse();
    }

    @Test
    void whoChangesTheOwnPasswordStaysSignedInHereAndIsOutEverywhereElse() throws Exception {
        HttpResponse<String> elsewhere = GATEWAY.signIn("handler-9", TestGateway.PASSWORD);
        HttpResponse<String> here = GATEWAY.signIn("handler-9", TestGateway.PASSWORD, "a bench below the tree");

        assertThat(here.statusCode()).isEqualTo(200);
        assertThat(me(here).statusCode()).isEqualTo(200);
        assertThat(refresh(here).statusCode()).isEqualTo(200);
        assertThat(me(elsewhere).statusCode()).isEqualTo(401);
        assertThat(refresh(elsewhere).statusCode()).isEqualTo(401);
        assertThat(eventsOf("handler-9", 3))
                .containsExactly(
                        new AuditEvent.SignedIn("handler-9", "staff-handler-9"),
                        new AuditEvent.PasswordChanged("handler-9", "staff-handler-9"),
                        new AuditEvent.SignedIn("handler-9", "staff-handler-9"));
    }

    @Test
    void anAdministratorSignsSomebodyOutEverywhereAndLiftsALockWithAnotherPassword() throws Exception {
        HttpResponse<String> before = GATEWAY.signIn("handler-10", TestGateway.PASSWORD);
        assertThat(accountsOf("staff-handler-10").get(0).get("sessions").asInt())
                .isEqualTo(1);
        JsonNode ended = done(GATEWAY.send(
                GATEWAY.signedIn("/api/v1/accounts/handler-10/sessions", ADMIN).DELETE()));
        assertThat(ended.get("sessions").asInt()).isZero();
        assertThat(me(before).statusCode()).isEqualTo(401);

        for (int tries = 0; tries < 5; tries++) {
            GATEWAY.signIn("handler-10", "guess");
        }
        assertThat(accountsOf("staff-handler-10").get(0).has("lockedUntil")).isTrue();
        JsonNode reset = done(act("handler-10/password", "{}"));
        assertThat(reset.has("lockedUntil")).isFalse();
        assertThat(GATEWAY.signIn("handler-10", reset.get("password").asString(), "a lamp behind the bridge")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLiveStreamEndsWithTheSessionThatOpenedItAndTheServiceNeedNotSendOn() throws Exception {
        HttpResponse<String> before = GATEWAY.signIn("handler-11", TestGateway.PASSWORD);
        GATEWAY.ledger.eventsToStream.add("one");
        HttpResponse<InputStream> stream = GATEWAY.http.send(
                as(before, "/api/v1/ledger/stream").build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: one");
            done(act("handler-11/disable", "{\"reason\":\"手机被盗\"}"));

            CompletableFuture<List<String>> rest = CompletableFuture.supplyAsync(
                    () -> lines.lines().filter(line -> !line.isEmpty()).toList());
            assertThat(rest.get(30, TimeUnit.SECONDS))
                    .as("ends, and does not break")
                    .isEmpty();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                GATEWAY.ledger.eventsToStream.add("nobody listens");
                return GATEWAY.ledger.openStreams() == 0;
            });
        } finally {
            GATEWAY.ledger.eventsToStream.clear();
        }
    }

    @Test
    void aSecondAccountIsOpenedForAMemberOfStaffUnderANameThatNobodyHas() throws Exception {
        String name = "second." + UUID.randomUUID().toString().substring(0, 8);
        HttpResponse<String> opened = opening("staff-handler-9", name, ADMIN);
        assertThat(opened.statusCode()).isEqualTo(201);
        String once = TestGateway.json(opened).get("password").asString();
        assertThat(TestGateway.codeOf(opening("staff-handler-9", name, ADMIN))).isEqualTo("account-name-taken");
        HttpResponse<String> inside = GATEWAY.signIn(name, once, "a boat under the willow");
        assertThat(TestGateway.json(me(inside)).get("staffId").asString()).isEqualTo("staff-handler-9");
        assertThat(accountsOf("staff-handler-9")
                        .valueStream()
                        .map(one -> one.get("username").asString()))
                .contains("handler-9", name);
        assertThat(opening("staff-nobody", name + "2", ADMIN).statusCode()).isEqualTo(404);
        assertThat(opening("staff-handler-9", "Ä b", ADMIN).statusCode()).isEqualTo(400);
    }

    @Test
    void onlyAdministratorsLookAfterAccountsAndNobodyShutsOutThemselves() throws Exception {
        assertThat(GATEWAY.send(GATEWAY.signedIn("/api/v1/accounts?staffId=staff-handler-9", "leader-1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(GATEWAY.send(post("/api/v1/accounts/handler-9/password", "{}", "leader-1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(opening("staff-handler-9", "by-a-leader", "leader-1").statusCode())
                .isEqualTo(403);
        HttpResponse<String> own = act(ADMIN + "/disable", "{\"reason\":\"手滑\"}");
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(TestGateway.codeOf(own)).isEqualTo("own-account");
        assertThat(act("nobody-at-all/password", "{}").statusCode()).isEqualTo(404);
        assertThat(act("handler-9/disable", "{}").statusCode())
                .as("without a reason")
                .isEqualTo(400);
    }

    private static Actor by() {
        return Actor.staff("staff-admin-1", "990100001");
    }

    private static HttpResponse<String> act(String what, String json) throws Exception {
        return GATEWAY.send(post("/api/v1/accounts/" + what, json, ADMIN));
    }

    private static HttpResponse<String> opening(String staffId, String username, String who) throws Exception {
        return GATEWAY.send(
                post("/api/v1/accounts", "{\"staffId\":\"" + staffId + "\",\"username\":\"" + username + "\"}", who));
    }

    private static HttpRequest.Builder post(String path, String json, String who) throws Exception {
        return GATEWAY.signedIn(path, who)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    private static JsonNode done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestGateway.json(answer);
    }

    private static JsonNode accountsOf(String staffId) throws Exception {
        return done(GATEWAY.send(GATEWAY.signedIn("/api/v1/accounts?staffId=" + staffId, ADMIN)))
                .get("items");
    }

    private static HttpResponse<String> me(HttpResponse<String> signedIn) throws Exception {
        return GATEWAY.send(as(signedIn, "/api/v1/me"));
    }

    private static HttpRequest.Builder as(HttpResponse<String> signedIn, String path) {
        return GATEWAY.request(path)
                .header(
                        "Authorization",
                        "Bearer "
                                + TestGateway.json(signedIn).get("accessToken").asString());
    }

    private static HttpResponse<String> refresh(HttpResponse<String> signedIn) throws Exception {
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        return GATEWAY.send(GATEWAY.post("/api/v1/sessions/refresh", "")
                .header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
    }

    private static List<Object> eventsOf(String username, int count) {
        return TestGateway.recordOf(username, count).stream()
                .<Object>map(event -> CloudEventCodec.fromCloudEvent(event).body())
                .toList();
    }
}

package io.wangge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.wangge.contracts.wire.CloudEventCodec;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Signing in, staying signed in, signing out; over HTTP. */
class SignInIT {
    private static final TestGateway GATEWAY = TestGateway.shared();

    @Test
    void aRightPasswordGetsATokenThatThePublishedKeysVerify() throws Exception {
        HttpResponse<String> answer = GATEWAY.signIn("Grid-Worker-1 ", TestGateway.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode session = TestGateway.json(answer);
        assertThat(session.get("expiresIn").asLong()).isEqualTo(900);
        assertThat(session.get("tokenType").asString()).isEqualTo("Bearer");
        SignedJWT token = SignedJWT.parse(session.get("accessToken").asString());
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("staff-grid-worker-1");
        JWKSet keys = JWKSet.parse(
                GATEWAY.send(GATEWAY.request("/.well-known/jwks.json")).body());
        assertThat(keys.containsNonPublicKeys()).isFalse();
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    }

    @Test
    void theCookieCannotBeReadByScriptsNorSentByOtherSites() throws Exception {
        String cookie = cookieOf(GATEWAY.signIn("handler-1", TestGateway.PASSWORD));
        assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/api/v1/sessions");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreRefusedInTheSameWords() throws Exception {
        HttpResponse<String> wrong = GATEWAY.signIn("handler-2", "guess");
        HttpResponse<String> nobody = GATEWAY.signIn("nobody-2", "guess");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(TestGateway.codeOf(wrong)).isEqualTo("wrong-password");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(withoutTrace(nobody)).isEqualTo(withoutTrace(wrong));
    }

    @Test
    void fiveWrongPasswordsLockTheAccountAlsoForTheRightOneAndUnknownNamesAlike() throws Exception {
        for (String name : List.of("handler-3", "nobody-3")) {
            for (int i = 0; i < 4; i++) {
                assertThat(TestGateway.codeOf(GATEWAY.signIn(name, "guess"))).isEqualTo("wrong-password");
            }
            HttpResponse<String> locked = GATEWAY.signIn(name, "guess");
            assertThat(locked.statusCode()).isEqualTo(423);
            assertThat(TestGateway.codeOf(locked)).isEqualTo("account-locked");
            assertThat(locked.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(290L, 300L);
            assertThat(GATEWAY.signIn(name, TestGateway.PASSWORD).statusCode()).isEqualTo(423);
        }
    }

    @Test
    void tooManyTriesOnOneNameAreTurnedAwayBeforeAnyPasswordIsChecked() throws Exception {
        HttpResponse<String> answer = null;
        for (int i = 0; i < 14; i++) {
            answer = GATEWAY.signIn("somebody-else", "guess");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(TestGateway.codeOf(answer)).isEqualTo("too-many-requests");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void manyAtOnceOnOneAccountAllGetIn() throws Exception {
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> signIn =
                    () -> GATEWAY.signIn("handler-6", TestGateway.PASSWORD).statusCode();
            var answers = together.invokeAll(Collections.nCopies(8, signIn));
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void aMissingNameIsNamedAndABrokenBodyIsRefused() throws Exception {
        HttpResponse<String> missing = GATEWAY.send(GATEWAY.post("/api/v1/sessions", "{\"password\":\"x\"}"));
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(TestGateway.codeOf(missing)).isEqualTo("invalid-field");
        assertThat(TestGateway.json(missing).get("errors").get(0).get("field").asString())
                .isEqualTo("username");
        HttpResponse<String> broken = GATEWAY.send(GATEWAY.post("/api/v1/sessions", "{\"username\":"));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(TestGateway.codeOf(broken)).isEqualTo("malformed-json");
        HttpResponse<String> form = GATEWAY.send(
                GATEWAY.post("/api/v1/sessions", "a=b").setHeader("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(form.statusCode()).isEqualTo(415);
    }

    @Test
    void aRefreshGivesANewTokenAndANewCookieAndTheOldCookieIsForgivenForAMomentOnly() throws Exception {
        String first = cookieOf(GATEWAY.signIn("handler-4", TestGateway.PASSWORD));

        HttpResponse<String> refreshed = refresh(first);
        assertThat(refreshed.statusCode()).isEqualTo(200);
        assertThat(TestGateway.json(refreshed).get("accessToken").asString()).isNotBlank();
        String second = cookieOf(refreshed);
        assertThat(second).isNotEqualTo(first);

        HttpResponse<String> otherTab = refresh(first);
        assertThat(otherTab.statusCode()).isEqualTo(200);
        assertThat(otherTab.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(refresh(second).statusCode()).isEqualTo(200);
    }

    @Test
    void afterSigningOutTheCookieIsWorthNothing() throws Exception {
        String cookie = cookieOf(GATEWAY.signIn("handler-5", TestGateway.PASSWORD));

        HttpResponse<String> out = GATEWAY.send(GATEWAY.request("/api/v1/sessions")
                .header("Cookie", pair(cookie))
                .DELETE());
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(cookieOf(out)).contains("Max-Age=0");
        HttpResponse<String> refreshed = refresh(cookie);
        assertThat(refreshed.statusCode()).isEqualTo(401);
        assertThat(TestGateway.codeOf(refreshed)).isEqualTo("session-ended");
        assertThat(GATEWAY.send(GATEWAY.request("/api/v1/sessions").DELETE()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void everySignInAndRefusalIsOnRecordInTheOrderItHappened() throws Exception {
        GATEWAY.signIn("auditor-1", "guess");
        GATEWAY.signIn("auditor-1", TestGateway.PASSWORD);

        List<String> types = TestGateway.recordOf("auditor-1", 2).stream()
                .map(event -> CloudEventCodec.fromCloudEvent(event).seq() + " " + event.getType())
                .toList();
        assertThat(types).startsWith("1 io.wangge.audit.sign-in-refused.v1", "2 io.wangge.audit.signed-in.v1");
    }

    private static HttpResponse<String> refresh(String cookie) throws Exception {
        return GATEWAY.send(GATEWAY.post("/api/v1/sessions/refresh", "").header("Cookie", pair(cookie)));
    }

    private static String cookieOf(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow();
    }

    private static String pair(String setCookie) {
        return setCookie.substring(0, setCookie.indexOf(';'));
    }

    private static String withoutTrace(HttpResponse<String> problem) {
        return problem.body().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }
}

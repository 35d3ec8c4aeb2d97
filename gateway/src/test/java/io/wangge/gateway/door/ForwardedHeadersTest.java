package io.wangge.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedHeadersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-User",
                "x-user-id",
                "X-STAFF-ID",
                "X-Forwarded-User",
                "X-Forwarded-For",
                "Forwarded",
                "X-Auth-Token",
                "Remote-User",
                "X-Remote-User",
                "X-Roles",
                "Cookie",
                "traceparent",
                "X-Real-IP"
            })
    void claimsAboutTheCallerStayOutside(String name) {
        assertThat(ForwardedHeaders.isDropped(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "If-Match", "Accept-Language", "Content-Type", "Last-Event-ID", "Accept"})
    void whatAServiceNeedsGoesOn(String name) {
        assertThat(ForwardedHeaders.isDropped(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/api/v1/cases/1", "/api/v1/sessionsx", "/api/v1/unknown"})
    void everyRouteButSigningInNeedsAToken(String path) {
        assertThat(TokenGate.isGuarded(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/sessions", "/api/v1/sessions/refresh", "/", "/app.js", "/.well-known/jwks.json"})
    void signingInAndPagesNeedNone(String path) {
        assertThat(TokenGate.isGuarded(path)).isFalse();
    }
}

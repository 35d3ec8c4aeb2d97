package io.wangge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages, the caller's own data, health and the API description. */
class PagesIT {
    private static final TestGateway GATEWAY = TestGateway.shared();

    @Test
    void theFrontPageComesWithHeadersThatKeepOtherSitesOut() throws Exception {
        HttpResponse<String> page = GATEWAY.send(GATEWAY.request("/"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"zh-CN\">");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void anUnchangedPageIsNotSentAgain() throws Exception {
        HttpResponse<String> first = GATEWAY.send(GATEWAY.request("/public.html"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(GATEWAY.send(GATEWAY.request("/public.html").header("If-None-Match", etag))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aPartWithItsDigestInItsNameIsKeptForAYearAndComesPressed() throws Exception {
        HttpResponse<String> page = GATEWAY.send(GATEWAY.request("/"));
        Matcher script = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"").matcher(page.body());
        assertThat(script.find()).as("a script in %s", page.body()).isTrue();

        HttpResponse<String> part =
                GATEWAY.send(GATEWAY.request(script.group(1)).header("Accept-Encoding", "gzip"));

        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=31536000", "immutable"));
        assertThat(part.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(part.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
    }

    @Test
    void thePhonesPageStandsAtItsOwnAddressAndCanBeInstalled() throws Exception {
        HttpResponse<String> without = GATEWAY.send(GATEWAY.request("/field"));
        assertThat(without.statusCode()).isEqualTo(308);
        assertThat(without.headers().firstValue("Location")).hasValue("/field/");
        HttpResponse<String> page = GATEWAY.send(GATEWAY.request("/field/"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.body()).contains("/field/manifest.json");
        HttpResponse<String> worker = GATEWAY.send(GATEWAY.request("/field/sw.js"));
        assertThat(worker.headers().firstValue("Cache-Control")).hasValue("no-cache");
        HttpResponse<String> manifest = GATEWAY.send(GATEWAY.request("/field/manifest.json"));
        assertThat(manifest.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("json"));
    }

    @Test
    void aPageThatIsNotThereIsAProblemWithAnAnswer() throws Exception {
        HttpResponse<String> answer = GATEWAY.send(GATEWAY.request("/nothing-here.html"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(TestGateway.codeOf(answer)).isEqualTo("not-found");
    }

    @Test
    void theBaseMapOfTheDemoComesPressedAndIsNotSentTwice() throws Exception {
        var settings = TestGateway.json(GATEWAY.send(GATEWAY.request("/map/settings.json")));
        assertThat(settings.get("base").asString()).isEqualTo("/map/base.geojson");
        assertThat(settings.has("tiles")).isFalse();
        HttpResponse<String> plain = GATEWAY.send(GATEWAY.request("/map/base.geojson"));
        assertThat(plain.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(TestGateway.json(plain).get("features").findValuesAsString("layer"))
                .contains("road", "water", "building", "green")
                .filteredOn("place"::equals)
                .hasSize(40);

        HttpResponse<String> pressed =
                GATEWAY.send(GATEWAY.request("/map/base.geojson").header("Accept-Encoding", "gzip"));
        assertThat(pressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        String etag = pressed.headers().firstValue("ETag").orElseThrow();
        assertThat(GATEWAY.send(GATEWAY.request("/map/base.geojson").header("If-None-Match", etag))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void meSaysWhoIAmAndWhereMyRolesHold() throws Exception {
        var me = TestGateway.json(GATEWAY.send(GATEWAY.signedIn("/api/v1/me", "handler-1")));
        assertThat(me.get("staffId").asString()).isEqualTo("staff-handler-1");
        assertThat(me.get("username").asString()).isEqualTo("handler-1");
        assertThat(me.get("roles").get(0).get("nameZh").asString()).isEqualTo("部门经办人");
        assertThat(me.get("roles").get(0).get("units").get(0).get("nameZh").asString())
                .isEqualTo("望江街道");
    }

    @Test
    void healthSaysUpAndNothingElseOfTheInside() throws Exception {
        HttpResponse<String> health = GATEWAY.send(GATEWAY.request("/actuator/health"));
        assertThat(TestGateway.json(health).get("status").asString()).isEqualTo("UP");
        assertThat(health.body()).doesNotContain("components");
        assertThat(GATEWAY.send(GATEWAY.request("/actuator/env")).statusCode()).isEqualTo(404);
        assertThat(GATEWAY.send(GATEWAY.request("/actuator/metrics")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theApiDescriptionJoinsTheServicesWithoutAnOutsideAddress() throws Exception {
        HttpResponse<String> own = GATEWAY.send(GATEWAY.request("/v3/api-docs"));
        assertThat(own.body()).contains("/api/v1/sessions").contains("/api/v1/me");
        HttpResponse<String> config = GATEWAY.send(GATEWAY.request("/v3/api-docs/swagger-config"));
        assertThat(config.body()).contains("/api-docs/services/intake").doesNotContain("https://");
        GATEWAY.send(GATEWAY.request("/api-docs/services/intake"));
        assertThat(GATEWAY.intake.last().path()).isEqualTo("/v3/api-docs");
        HttpResponse<String> browser = GATEWAY.send(GATEWAY.request("/api-docs"));
        assertThat(browser.statusCode()).isIn(200, 302);
    }
}

package io.wangge.gateway.door;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import io.wangge.gateway.settings.GatewaySettings;
import java.net.URI;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which service answers what (design "The first routes"). */
@Configuration(proxyBeanMethods = false)
class Routes {
    /** A live stream is silent between events, so no time limit ends it. */
    private static final int NO_TIME_LIMIT = -1;

    @Bean
    RouteLocator services(RouteLocatorBuilder builder, GatewaySettings settings) {
        URI intake = settings.intakeUri();
        URI dispatch = settings.dispatchUri();
        URI ledger = settings.ledgerUri();
        return builder.routes()
                .route(
                        "reports",
                        r -> r.path(
                                        "/api/v1/reports",
                                        "/api/v1/reports/**",
                                        "/api/v1/attachments",
                                        "/api/v1/attachments/**",
                                        "/api/v1/field-pack",
                                        "/api/v1/field-pack/**",
                                        "/api/v1/import-jobs",
                                        "/api/v1/import-jobs/**",
                                        "/api/v1/api-keys",
                                        "/api/v1/api-keys/**",
                                        "/open311",
                                        "/open311/**")
                                .uri(intake))
                .route(
                        "entry",
                        r -> r.path(
                                        "/api/v1/followers/**",
                                        "/api/v1/categories/**",
                                        "/api/v1/urgent-words",
                                        "/api/v1/places",
                                        "/api/v1/places/**",
                                        "/api/v1/topics",
                                        "/api/v1/topics/**",
                                        "/api/v1/projects",
                                        "/api/v1/projects/**",
                                        "/api/v1/lists-of-ten",
                                        "/api/v1/lists-of-ten/**",
                                        "/api/v1/published/**")
                                .uri(intake))
                .route(
                        "calls-live",
                        r -> r.path("/api/v1/calls/stream")
                                .metadata(RESPONSE_TIMEOUT_ATTR, NO_TIME_LIMIT)
                                .uri(intake))
                .route(
                        "hotline",
                        r -> r.path(
                                        "/api/v1/calls",
                                        "/api/v1/calls/**",
                                        "/api/v1/callers/**",
                                        "/api/v1/hotline/**",
                                        "/api/v1/orders",
                                        "/api/v1/orders/**",
                                        "/api/v1/devices",
                                        "/api/v1/devices/**",
                                        "/api/v1/device-kinds",
                                        "/api/v1/device-kinds/**")
                                .uri(intake))
                .route(
                        "webhooks",
                        r -> r.path("/api/v1/webhooks", "/api/v1/webhooks/**").uri(ledger))
                .route(
                        "live-notices",
                        r -> r.path("/api/v1/notices/stream")
                                .metadata(RESPONSE_TIMEOUT_ATTR, NO_TIME_LIMIT)
                                .uri(intake))
                .route(
                        "notices",
                        r -> r.path("/api/v1/notices", "/api/v1/notices/**", "/api/v1/public/**")
                                .uri(intake))
                .route("cases", r -> r.path("/api/v1/cases", "/api/v1/cases/**").uri(dispatch))
                .route(
                        "callbacks",
                        r -> r.path(
                                        "/api/v1/callbacks",
                                        "/api/v1/callbacks/**",
                                        "/api/v1/ratings",
                                        "/api/v1/ratings/**")
                                .uri(ledger))
                .route(
                        "live",
                        r -> r.path("/api/v1/ledger/stream", "/api/v1/boards/*/stream")
                                .metadata(RESPONSE_TIMEOUT_ATTR, NO_TIME_LIMIT)
                                .uri(ledger))
                .route(
                        "ledger",
                        r -> r.path("/api/v1/ledger/**", "/api/v1/figures", "/api/v1/figures/**", "/api/v1/boards/**")
                                .uri(ledger))
                .route(
                        "scores",
                        r -> r.path(
                                        "/api/v1/score-formulae",
                                        "/api/v1/score-formulae/**",
                                        "/api/v1/score-sheets",
                                        "/api/v1/score-sheets/**",
                                        "/api/v1/scores",
                                        "/api/v1/appeals",
                                        "/api/v1/appeals/**",
                                        "/api/v1/bulletins",
                                        "/api/v1/bulletins/**")
                                .uri(ledger))
                .route(
                        "directory",
                        r -> r.path(
                                        "/api/v1/directory/**",
                                        "/api/v1/calendar/**",
                                        "/api/v1/reference/**",
                                        "/api/v1/assets/**")
                                .uri(dispatch))
                // Each service keeps its own, under its name.
                .route(
                        "dead-letters-intake",
                        r -> r.path("/api/v1/dead-letters/intake", "/api/v1/dead-letters/intake/**")
                                .uri(intake))
                .route(
                        "dead-letters-dispatch",
                        r -> r.path("/api/v1/dead-letters/dispatch", "/api/v1/dead-letters/dispatch/**")
                                .uri(dispatch))
                .route(
                        "dead-letters-ledger",
                        r -> r.path("/api/v1/dead-letters/ledger", "/api/v1/dead-letters/ledger/**")
                                .uri(ledger))
                .route("docs-intake", r -> docsOf(r, "intake").uri(intake))
                .route("docs-dispatch", r -> docsOf(r, "dispatch").uri(dispatch))
                .route("docs-ledger", r -> docsOf(r, "ledger").uri(ledger))
                .build();
    }

    private static UriSpec docsOf(PredicateSpec route, String service) {
        return route.path("/api-docs/services/" + service).filters(f -> f.setPath("/v3/api-docs"));
    }
}

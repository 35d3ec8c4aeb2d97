package io.wangge.gateway.door;

import io.wangge.gateway.settings.GatewaySettings;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What a browser may do with our pages: nothing that does not come from here (OWASP Secure Headers), but pictures of a map where
 * this deployment names a host of tiles.
 */
@Component
class SecurityHeaders implements WebFilter, Ordered {
    private static final String PAGES = "default-src 'self'; img-src 'self' data: blob:%s; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final String pages;
    /** The API browser sets styles from its script. */
    private final String apiBrowser;

    SecurityHeaders(GatewaySettings settings) {
        String tiles = settings.map().tileOrigin();
        pages = PAGES.formatted(tiles == null ? "" : " " + tiles);
        apiBrowser = pages + "; style-src 'self' 'unsafe-inline'";
    }

    @Override
    public int getOrder() {
        return DoorOrder.SECURITY_HEADERS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("Content-Security-Policy", isApiBrowser(path) ? apiBrowser : pages);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Frame-Options", "DENY");
        if (path.startsWith("/api/")) {
            // Replaced by what a service says itself.
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return chain.filter(exchange);
    }

    private static boolean isApiBrowser(String path) {
        return path.startsWith("/api-docs") || path.startsWith("/webjars");
    }
}

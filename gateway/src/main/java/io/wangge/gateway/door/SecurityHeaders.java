package io.wangge.gateway.door;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What a browser may do with our pages: nothing that does not come from here (OWASP Secure Headers). */
@Component
class SecurityHeaders implements WebFilter, Ordered {
    private static final String PAGES = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    /** The API browser sets styles from its script. */
    private static final String API_BROWSER = PAGES + "; style-src 'self' 'unsafe-inline'";

    @Override
    public int getOrder() {
        return DoorOrder.SECURITY_HEADERS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("Content-Security-Policy", isApiBrowser(path) ? API_BROWSER : PAGES);
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

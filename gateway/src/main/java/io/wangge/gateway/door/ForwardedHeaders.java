package io.wangge.gateway.door;

import io.wangge.kit.trace.Traces;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What of a caller's headers goes on to a service: everything but claims about who they are (only the token says that), the
 * gateway's own cookie, and what other proxies are said to have added; and always a trace.
 */
@Component
class ForwardedHeaders implements HttpHeadersFilter {
    private static final Set<String> DROPPED = Set.of(
            "cookie", "forwarded", "remote-user", "x-real-ip", "x-roles", "x-scopes", "x-principal", Traces.HEADER);
    private static final List<String> DROPPED_PREFIXES =
            List.of("x-user", "x-staff", "x-forwarded-", "x-auth", "x-remote-", "x-wangge-", "x-ms-client-principal");

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders forwarded = new HttpHeaders();
        input.forEach((name, values) -> {
            if (!isDropped(name)) {
                forwarded.addAll(name, values);
            }
        });
        forwarded.set(Traces.HEADER, Trace.of(exchange));
        return forwarded;
    }

    static boolean isDropped(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return DROPPED.contains(lower) || DROPPED_PREFIXES.stream().anyMatch(lower::startsWith);
    }
}

package io.wangge.gateway.door;

import io.wangge.gateway.settings.GatewaySettings;
import io.wangge.kit.problem.ProblemException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Open311 is read by everybody and written with keys of its own, which the service checks: no token here, but a limit for
 * each address. More generous than for a resident's link: an app's server asks for all of its people.
 */
@Component
class OpenStandardLimit implements WebFilter, Ordered {
    private static final String OPEN311 = "/open311";

    private final Buckets limits;

    OpenStandardLimit(GatewaySettings settings) {
        this.limits = new Buckets(
                settings.limits().publicBurst(), settings.limits().publicPerMinute(), Duration.ofMinutes(1));
    }

    @Override
    public int getOrder() {
        return DoorOrder.TOKEN;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith(OPEN311)) {
            try {
                InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
                limits.take(remote == null ? "unknown" : String.valueOf(remote.getAddress()));
            } catch (ProblemException refused) {
                return Mono.error(refused);
            }
        }
        return chain.filter(exchange);
    }
}

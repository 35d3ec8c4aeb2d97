package io.wangge.gateway.door;

import io.wangge.gateway.settings.GatewaySettings;
import io.wangge.kit.problem.ProblemException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Open311 is read by everybody and written with keys of its own, which the service checks: no token here, but a limit for
 * each address. More generous than for a resident's link: an app's server asks for all of its people; but photos, which wait on
 * a disk until their key is read, no more than from people without an account.
 */
@Component
class OpenStandardLimit implements WebFilter, Ordered {
    private static final String OPEN311 = "/open311";

    private final Buckets limits;
    private final Buckets photos;
    private final int plainBytes;

    OpenStandardLimit(GatewaySettings settings) {
        this.limits = new Buckets(
                settings.limits().publicBurst(), settings.limits().publicPerMinute(), Duration.ofMinutes(1));
        int hourly = settings.guests().photosPerHour();
        this.photos = new Buckets(Math.max(1, hourly / 2), hourly, Duration.ofHours(1));
        this.plainBytes = settings.limits().bodyBytes();
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
                String address = remote == null ? "unknown" : String.valueOf(remote.getAddress());
                limits.take(address);
                if (isLarge(exchange.getRequest().getHeaders())) {
                    photos.take(address);
                }
            } catch (ProblemException refused) {
                return Mono.error(refused);
            }
        }
        return chain.filter(exchange);
    }

    /** Or of a length that is not said. */
    private boolean isLarge(HttpHeaders headers) {
        return headers.getContentLength() > plainBytes || headers.getFirst(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}

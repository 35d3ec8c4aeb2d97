package io.wangge.gateway.door;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.wangge.gateway.desk.ScreenDesk;
import io.wangge.gateway.desk.ScreenDesk.Pass;
import io.wangge.gateway.screen.ScreenReach;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lets a screen on a wall read the board of its unit. What it carries opens nothing else and reaches no service. */
@Component
class ScreenDoor {
    private static final String SCHEME = "Screen ";
    /** A revoked screen is known no more after so long. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    /** A stream is asked for again, so that it ends for a screen that was revoked meanwhile. */
    private static final Duration LONGEST_STREAM = Duration.ofMinutes(5);

    private static final int MOST_SCREENS = 1_000;

    private final LoadingCache<String, Optional<Pass>> passes;
    private final Buckets limits = new Buckets(120, 10, Duration.ofSeconds(1));

    ScreenDoor(ScreenDesk desk) {
        this.passes = Caffeine.newBuilder()
                .maximumSize(MOST_SCREENS)
                .expireAfterWrite(REMEMBERED)
                .build(desk::pass);
    }

    static boolean isFor(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** @param authorization {@code Screen SECRET} */
    Mono<Void> admit(String authorization, ServerWebExchange exchange, WebFilterChain chain) {
        String secret = authorization.substring(SCHEME.length()).strip();
        return Mono.fromCallable(() -> passes.get(secret))
                .subscribeOn(Schedulers.boundedElastic())
                .map(found -> found.orElseThrow(() -> new ProblemException(401, "screen-not-known")))
                .flatMap(pass -> chain.filter(inNameOfItsGiver(pass, exchange)).timeout(LONGEST_STREAM, Mono.empty()));
    }

    private ServerWebExchange inNameOfItsGiver(Pass pass, ServerWebExchange exchange) {
        ServerHttpRequest asked = exchange.getRequest();
        if (!ScreenReach.mayAsk(
                pass.screen().unitId(),
                asked.getMethod().name(),
                asked.getPath().value())) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        limits.take(pass.screen().id());
        return exchange.mutate()
                .request(asked.mutate()
                        .headers(headers -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + pass.accessToken()))
                        .build())
                .build();
    }
}

package io.wangge.gateway.door;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.gateway.session.EndedSessions;
import io.wangge.gateway.settings.GatewaySettings;
import io.wangge.gateway.signing.AccessTokens;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.identity.TokenCheck;
import io.wangge.kit.identity.TokenVerifier;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Early refusal: no service sees a call without a good token, of somebody who is no longer on the staff, or of a client gone
 * wild. The services check the token again and decide what its owner may do.
 */
@Component
class TokenGate implements WebFilter, Ordered {
    private static final String GUARDED = "/api/v1/";
    private static final String SESSIONS = "/api/v1/sessions";
    /** Published for everybody, or opened by a key of its own: a resident's link to a callback. */
    private static final List<String> PUBLIC = List.of(
            "/api/v1/ledger/keys",
            "/api/v1/ledger/accountability",
            "/api/v1/callbacks/by-token/",
            "/api/v1/ratings/by-device/",
            // A screen on a wall has nothing but the code that somebody gave out for it.
            "/api/v1/screens/sessions",
            // 为民服务项目清单, 双十: published for everybody.
            "/api/v1/published/");

    /** Opened by a signature that ends soon; a page of photos asks for many at once. */
    private static final String SIGNED = "/api/v1/attachments/files/";

    /** Machines with keys of their own, which intake checks: the telephone system and devices, many behind one address. */
    private static final List<String> KEYED = List.of("/api/v1/calls/events", "/api/v1/devices/readings");

    private static final int SIGNED_BURST = 600;
    private static final int SIGNED_PER_SECOND = 100;

    /** A household behind one address may answer; nobody tries tokens by the thousand. */
    private static final int PUBLIC_BURST = 20;

    private static final int PUBLIC_PER_MINUTE = 30;
    private static final String BEARER = "Bearer ";

    private final TokenVerifier tokens;
    private final DirectoryCopy directory;
    private final Buckets limits;
    private final Buckets publicLimits = new Buckets(PUBLIC_BURST, PUBLIC_PER_MINUTE, Duration.ofMinutes(1));

    private final PublicLimits guests;

    private final Buckets signedLimits = new Buckets(SIGNED_BURST, SIGNED_PER_SECOND, Duration.ofSeconds(1));

    private final ScreenDoor screens;
    private final EndedSessions ended;

    TokenGate(
            TokenVerifier tokens,
            DirectoryCopy directory,
            GatewaySettings settings,
            ScreenDoor screens,
            EndedSessions ended) {
        this.tokens = tokens;
        this.ended = ended;
        this.screens = screens;
        this.directory = directory;
        this.guests = new PublicLimits(settings.guests());
        this.limits = new Buckets(settings.limits().burst(), settings.limits().perSecond(), Duration.ofSeconds(1));
    }

    @Override
    public int getOrder() {
        return DoorOrder.TOKEN;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (isGuarded(path)) {
            try {
                if (path.startsWith(PublicLimits.DOOR)) {
                    guests.take(exchange.getRequest().getMethod(), path, addressOf(exchange));
                } else if (path.startsWith(SIGNED) || KEYED.contains(path)) {
                    signedLimits.take(addressOf(exchange));
                } else if (isPublic(path)) {
                    publicLimits.take(addressOf(exchange));
                } else {
                    String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
                    if (authorization != null && ScreenDoor.isFor(authorization)) {
                        return screens.admit(authorization, exchange, chain);
                    }
                    return chain.filter(admitted(exchange));
                }
            } catch (ProblemException refused) {
                return Mono.error(refused);
            }
        }
        return chain.filter(exchange);
    }

    static boolean isGuarded(String path) {
        return path.startsWith(GUARDED) && !(path.equals(SESSIONS) || path.startsWith(SESSIONS + "/"));
    }

    static boolean isPublic(String path) {
        return PUBLIC.stream().anyMatch(open -> open.endsWith("/") ? path.startsWith(open) : path.equals(open));
    }

    private static String addressOf(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return remote == null ? "unknown" : String.valueOf(remote.getAddress());
    }

    /** The call with who makes it; a stream that answers it ends with the session. */
    private ServerWebExchange admitted(ServerWebExchange exchange) {
        String token = tokenIn(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
        return switch (tokens.check(token)) {
            case TokenCheck.Refused(String code) -> throw new ProblemException(401, code);
            case TokenCheck.Valid valid -> {
                limits.take(valid.staffId());
                refuseAfterItsEnd(token);
                new SignedInCaller(callerOf(valid.staffId()), token).putOn(exchange);
                yield exchange.mutate()
                        .response(new StreamOfSession(exchange.getResponse(), token, ended))
                        .build();
            }
        };
    }

    /** A session that somebody ended by hand takes its access token with it. */
    private void refuseAfterItsEnd(String token) {
        if (!ended.none()
                && AccessTokens.bearerOf(token)
                        .filter(bearer -> ended.isOver(bearer.username(), bearer.sessionBegan()))
                        .isPresent()) {
            throw new ProblemException(401, "session-ended");
        }
    }

    private static String tokenIn(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new ProblemException(401, ProblemCodes.NOT_SIGNED_IN);
        }
        return authorization.substring(BEARER.length()).strip();
    }

    private Caller callerOf(String staffId) {
        Optional<Directory> now = directory.ifReady();
        if (now.isEmpty()) {
            throw new ProblemException(503, ProblemCodes.NOT_READY);
        }
        return now.get().caller(staffId).orElseThrow(() -> new ProblemException(403, ProblemCodes.NOT_ALLOWED));
    }
}

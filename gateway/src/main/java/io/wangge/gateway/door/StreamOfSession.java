package io.wangge.gateway.door;

import io.wangge.gateway.session.EndedSessions;
import io.wangge.gateway.signing.AccessTokens;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A stream goes on for hours, so it ends when the session does that opened it, and its service hears of it. Every other answer
 * is short and comes whole: also the one to whoever just ended the own session.
 */
final class StreamOfSession extends ServerHttpResponseDecorator {
    private final String token;
    private final EndedSessions ended;

    /** @param token that was checked */
    StreamOfSession(ServerHttpResponse response, String token, EndedSessions ended) {
        super(response);
        this.token = token;
        this.ended = ended;
    }

    /** Only streams are flushed piece by piece. */
    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return super.writeAndFlushWith(Flux.from(body).takeUntilOther(endOfSession()));
    }

    private Mono<Void> endOfSession() {
        return AccessTokens.bearerOf(token)
                .map(bearer -> Mono.<Void>create(end -> {
                    Runnable watch = ended.watch(bearer.username(), bearer.sessionBegan(), end::success);
                    end.onDispose(watch::run);
                }))
                .orElseGet(Mono::never);
    }
}

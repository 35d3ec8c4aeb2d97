package io.wangge.gateway.door;

import io.wangge.gateway.settings.GatewaySettings;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses a body that is too large: by the length that is said, else when it has grown past the limit. A client that still
 * sends does not listen, so what comes is read and thrown away before the answer, within reason.
 */
@Component
class BodyLimit implements WebFilter, Ordered {
    private static final String UPLOADS = "/api/v1/attachments/uploads";
    private static final String PLACES = "/api/v1/places/imports";
    private static final String SYNC = "/api/v1/reports/sync";
    private static final String IMPORTS = "/api/v1/import-jobs";
    /** GeoReport v2 with photos: one multipart body for all of a request. */
    private static final String MEDIA = "/open311/v2/requests.";

    private static final int SWALLOWED_BYTES = 8 * 1024 * 1024;

    private final int mostBytes;
    private final int uploadBytes;
    private final int syncBytes;
    private final int importBytes;
    private final int mediaBytes;

    BodyLimit(GatewaySettings settings) {
        this.mostBytes = settings.limits().bodyBytes();
        this.uploadBytes = settings.limits().uploadBytes();
        this.syncBytes = settings.limits().syncBytes();
        this.importBytes = settings.limits().importBytes();
        this.mediaBytes = settings.limits().mediaBytes();
    }

    @Override
    public int getOrder() {
        return DoorOrder.BODY_LIMIT;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        long said = request.getHeaders().getContentLength();
        int most = mostBytesOf(request.getPath().value());
        if (said > most) {
            return said > SWALLOWED_BYTES ? Mono.error(tooLarge(most)) : swallowed(request, most);
        }
        if (said >= 0 || HttpMethod.GET.equals(request.getMethod()) || !isChunked(request)) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate().request(counted(request, most)).build());
    }

    /** The body streams through, so a larger limit here costs no memory. */
    private int mostBytesOf(String path) {
        if (path.startsWith(UPLOADS) || path.equals(PLACES) || path.startsWith(PublicLimits.PHOTOS)) {
            return Math.max(mostBytes, uploadBytes);
        }
        if (path.startsWith(MEDIA)) {
            return Math.max(mostBytes, mediaBytes);
        }
        if (path.equals(IMPORTS)) {
            return Math.max(mostBytes, importBytes);
        }
        return path.equals(SYNC) ? Math.max(mostBytes, syncBytes) : mostBytes;
    }

    private static boolean isChunked(ServerHttpRequest request) {
        return request.getHeaders().getFirst(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static Mono<Void> swallowed(ServerHttpRequest request, int most) {
        return request.getBody().doOnNext(DataBufferUtils::release).then(Mono.error(() -> tooLarge(most)));
    }

    private static ServerHttpRequest counted(ServerHttpRequest request, int mostBytes) {
        AtomicLong bytes = new AtomicLong();
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return super.getBody()
                        .<DataBuffer>handle((buffer, sink) -> {
                            long soFar = bytes.addAndGet(buffer.readableByteCount());
                            if (soFar <= mostBytes) {
                                sink.next(buffer);
                                return;
                            }
                            DataBufferUtils.release(buffer);
                            if (soFar > SWALLOWED_BYTES) {
                                sink.error(tooLarge(mostBytes));
                            }
                        })
                        .concatWith(Mono.defer(
                                () -> bytes.get() > mostBytes ? Mono.error(tooLarge(mostBytes)) : Mono.empty()));
            }
        };
    }

    private static ProblemException tooLarge(int mostBytes) {
        return new ProblemException(413, ProblemCodes.BODY_TOO_LARGE, Map.of("limit", mostBytes));
    }
}

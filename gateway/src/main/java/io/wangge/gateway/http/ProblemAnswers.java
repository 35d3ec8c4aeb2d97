package io.wangge.gateway.http;

import io.wangge.gateway.door.Trace;
import io.wangge.kit.problem.Failures;
import io.wangge.kit.problem.Problem;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.problem.ProblemRenderer;
import io.wangge.kit.trace.Traces;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** Whatever goes wrong in the gateway leaves it as an RFC 9457 problem, or as Open311's errors to whoever speaks that; problems
 * of the services pass as they are. */
@Component
@Order(-2)
class ProblemAnswers implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final long SERVICE_BACK_IN_SECONDS = 5;
    /** What the gateway reads of a body for itself: spring.http.codecs.max-in-memory-size. */
    private static final int JSON_BYTES = 65_536;

    private final ProblemRenderer renderer;

    ProblemAnswers(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        ProblemException refused = Failures.passing(failure).orElseGet(() -> problemOf(exchange, failure));
        ServerHttpRequest request = exchange.getRequest();
        Problem problem = renderer.problem(
                refused,
                request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE),
                request.getPath().value(),
                Traces.idOf(Trace.of(exchange)));
        response.setStatusCode(HttpStatusCode.valueOf(refused.status()));
        HttpHeaders headers = response.getHeaders();
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.set(Traces.HEADER, Trace.of(exchange));
        if (refused.status() == 413) {
            // Whatever of the body is still on its way must not be taken for the next request.
            headers.set(HttpHeaders.CONNECTION, "close");
        }
        if (refused.status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        retryAfter(refused).ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        byte[] body = body(problem, request.getPath().value(), headers);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private byte[] body(Problem problem, String path, HttpHeaders headers) {
        if (Open311Errors.speaksTo(path)) {
            return Open311Errors.body(problem, path, headers);
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return renderer.json(problem);
    }

    private static Optional<Long> retryAfter(ProblemException refused) {
        Object seconds = refused.refused().facts().get("retryAfterSeconds");
        if (seconds instanceof Long known) {
            return Optional.of(known);
        }
        return refused.status() == 503 ? Optional.of(SERVICE_BACK_IN_SECONDS) : Optional.empty();
    }

    private static ProblemException problemOf(ServerWebExchange exchange, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ConnectException e -> {
                    return serviceDown(exchange, e);
                }
                case UnknownHostException e -> {
                    return serviceDown(exchange, e);
                }
                case PoolAcquireTimeoutException e -> {
                    return serviceDown(exchange, e);
                }
                case DataBufferLimitException e -> {
                    return new ProblemException(413, ProblemCodes.BODY_TOO_LARGE, Map.of("limit", JSON_BYTES));
                }
                case ResponseStatusException e -> {
                    return byStatus(exchange, e);
                }
                // The service took the request and the answer never came: nobody knows whether it was stored.
                case IOException e -> {
                    LOG.atWarn().addKeyValue("cause", e.toString()).log("No answer from a service");
                    return new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
                }
                default -> {}
            }
        }
        return unexpected(exchange, failure);
    }

    private static ProblemException serviceDown(ServerWebExchange exchange, Throwable cause) {
        LOG.atWarn()
                .addKeyValue("path", exchange.getRequest().getPath().value())
                .addKeyValue("cause", cause.toString())
                .log("A service cannot be reached");
        return new ProblemException(503, ProblemCodes.SERVICE_UNAVAILABLE);
    }

    private static ProblemException byStatus(ServerWebExchange exchange, ResponseStatusException e) {
        return switch (e.getStatusCode().value()) {
            case 400 -> new ProblemException(400, ProblemCodes.MALFORMED_JSON);
            case 404 -> new ProblemException(404, ProblemCodes.NOT_FOUND);
            case 405 ->
                new ProblemException(
                        405,
                        ProblemCodes.METHOD_NOT_ALLOWED,
                        Map.of("method", exchange.getRequest().getMethod().name()));
            case 406 -> new ProblemException(406, ProblemCodes.NOT_ACCEPTABLE);
            case 413 -> new ProblemException(413, ProblemCodes.BODY_TOO_LARGE, Map.of("limit", JSON_BYTES));
            case 415 -> new ProblemException(415, ProblemCodes.UNSUPPORTED_MEDIA_TYPE);
            case 503 -> serviceDown(exchange, e);
            case 504 -> new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
            default -> unexpected(exchange, e);
        };
    }

    private static ProblemException unexpected(ServerWebExchange exchange, Throwable failure) {
        LOG.atError()
                .addKeyValue("traceId", Traces.idOf(Trace.of(exchange)))
                .addKeyValue("path", exchange.getRequest().getPath().value())
                .setCause(failure)
                .log("Unexpected failure");
        return new ProblemException(500, ProblemCodes.INTERNAL_ERROR);
    }
}

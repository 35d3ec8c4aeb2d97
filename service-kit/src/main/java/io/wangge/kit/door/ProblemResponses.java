package io.wangge.kit.door;

import io.wangge.kit.problem.Problem;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.problem.ProblemLanguage;
import io.wangge.kit.problem.ProblemRenderer;
import io.wangge.kit.trace.Traces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Problems as answers of this door. */
class ProblemResponses {
    private static final String RETRY_AFTER_SECONDS = "2";
    private final ProblemRenderer renderer;

    ProblemResponses(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    ResponseEntity<byte[]> entity(ProblemException problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status())
                .headers(headers(problem, request))
                .body(body(problem, request));
    }

    /** For filters, which stand before the controllers. */
    void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status());
        headers(problem, request).forEach((name, values) -> response.setHeader(name, values.getFirst()));
        byte[] body = body(problem, request);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] body(ProblemException problem, HttpServletRequest request) {
        Problem rendered = renderer.problem(
                problem, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), request.getRequestURI(), traceId());
        return renderer.json(rendered);
    }

    private static @Nullable String traceId() {
        String traceparent = Traces.current();
        return traceparent == null ? null : Traces.idOf(traceparent);
    }

    private static HttpHeaders headers(ProblemException problem, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.set(
                HttpHeaders.CONTENT_LANGUAGE,
                ProblemLanguage.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                        .tag());
        headers.setCacheControl("no-store");
        switch (problem.status()) {
            case 401 -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"wangge\"");
            case 429, 503 -> headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            default -> {
                // nothing more to say
            }
        }
        return headers;
    }
}

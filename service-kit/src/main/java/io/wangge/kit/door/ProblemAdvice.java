package io.wangge.kit.door;

import io.wangge.kit.problem.Failures;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;

/** Every failure of a controller becomes a problem: the caller's mistakes with a remedy, ours with a trace id and one log entry. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private final ProblemResponses problems;

    ProblemAdvice(ProblemResponses problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<byte[]> answer(Exception failure, HttpServletRequest request) {
        if (failure instanceof AsyncRequestNotUsableException || isBrokenWrite(failure)) {
            return null; // the caller has gone
        }
        ProblemException problem = problemOf(failure, request);
        ResponseEntity<byte[]> answer = problems.entity(problem, request);
        if (failure instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null) {
            return ResponseEntity.status(answer.getStatusCode())
                    .headers(answer.getHeaders())
                    .header("Allow", String.join(", ", Objects.requireNonNull(method.getSupportedMethods())))
                    .body(answer.getBody());
        }
        return answer;
    }

    /** The converter's word for a connection that broke while the answer was being written. */
    private static boolean isBrokenWrite(Exception failure) {
        if (!(failure instanceof HttpMessageNotWritableException unwritable)) {
            return false;
        }
        for (Throwable cause = unwritable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException problemOf(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case HttpMessageNotReadableException unreadable -> UnreadableBody.problemOf(unreadable);
            case MaxUploadSizeExceededException large ->
                new ProblemException(413, ProblemCodes.BODY_TOO_LARGE, Map.of("limit", large.getMaxUploadSize()));
            // Parts without a boundary, or that end in the middle.
            case MultipartException broken -> new ProblemException(400, ProblemCodes.BAD_REQUEST);
            case MissingRequestHeaderException missing -> missingHeader(missing.getHeaderName());
            case MissingServletRequestParameterException missing ->
                ProblemException.invalid(missing.getParameterName(), "required");
            case MethodArgumentTypeMismatchException wrong ->
                ProblemException.invalid(wrong.getName(), reasonFor(wrong.getRequiredType()));
            case MethodArgumentNotValidException invalid ->
                ProblemException.invalid(invalid.getFieldErrors().stream()
                        .map(error -> FieldFault.of(error.getField(), "bad-format"))
                        .toList());
            case HttpMediaTypeNotSupportedException unsupported ->
                new ProblemException(415, ProblemCodes.UNSUPPORTED_MEDIA_TYPE);
            case HttpMediaTypeNotAcceptableException unacceptable ->
                new ProblemException(406, ProblemCodes.NOT_ACCEPTABLE);
            case HttpRequestMethodNotSupportedException method ->
                new ProblemException(405, ProblemCodes.METHOD_NOT_ALLOWED, Map.of("method", method.getMethod()));
            default -> Failures.passing(failure).orElseGet(() -> unexpected(failure, request));
        };
    }

    private static ProblemException missingHeader(String name) {
        return name.toLowerCase(Locale.ROOT).equals("if-match")
                ? new ProblemException(428, ProblemCodes.IF_MATCH_MISSING)
                : ProblemException.invalid(name, "required");
    }

    private static String reasonFor(@Nullable Class<?> required) {
        return required == java.util.UUID.class ? "not-a-uuid" : "bad-format";
    }

    /** What Spring itself takes for the caller's mistake has a status below 500; the rest is ours. */
    private static ProblemException unexpected(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            return ofStatus(response.getStatusCode().value());
        }
        // Not the path itself: a resident's one-time token stands in some of them.
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error("{} {} failed", request.getMethod(), route, failure);
        return ofStatus(500);
    }

    static ProblemException ofStatus(int status) {
        return new ProblemException(
                status,
                switch (status) {
                    case 401 -> ProblemCodes.NOT_SIGNED_IN;
                    case 403 -> ProblemCodes.NOT_ALLOWED;
                    case 404 -> ProblemCodes.NOT_FOUND;
                    case 429 -> ProblemCodes.TOO_MANY_REQUESTS;
                    case 503 -> ProblemCodes.SERVICE_UNAVAILABLE;
                    default -> status < 500 ? ProblemCodes.BAD_REQUEST : ProblemCodes.INTERNAL_ERROR;
                });
    }
}

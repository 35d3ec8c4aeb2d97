package io.wangge.intake.http.open311;

import io.wangge.intake.http.open311.Open311Answer.Items;
import io.wangge.intake.open311.Fault;
import io.wangge.kit.problem.Failures;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.problem.ProblemLanguage;
import io.wangge.kit.problem.ProblemRenderer;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Formats of Open311: the answers, and every failure as the standard's list of errors, in the format that was asked for. */
@RestControllerAdvice(assignableTypes = {Open311Controller.class, Open311FilingController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class Open311Door {
    private static final Logger LOG = LoggerFactory.getLogger(Open311Door.class);
    private static final long MOST_BYTES = DataSize.ofMegabytes(52).toBytes();
    static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);
    static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);

    private final ProblemRenderer words;

    Open311Door(ProblemRenderer words) {
        this.words = words;
    }

    static ResponseEntity<byte[]> answer(int status, String root, Open311Answer answer, boolean json) {
        return ResponseEntity.status(status)
                .contentType(json ? JSON : XML)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                // Public data, asked for by pages of others too; nothing here goes by cookie.
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(json ? answer.json() : answer.xml(root));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> errors(Exception failure, HttpServletRequest request) {
        ProblemLanguage language = ProblemLanguage.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        boolean json = request.getRequestURI().endsWith(".json");
        if (failure instanceof Open311Errors errors) {
            List<Open311Answer.Parts> all = errors.faults().stream()
                    .map(fault -> error(fault.code(), described(fault, language)))
                    .toList();
            return answer(errors.faults().getFirst().code(), "errors", new Items("error", all), json);
        }
        ProblemException problem = problemOf(failure, request);
        String description = words.problem(problem, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), null, null)
                .detail();
        return answer(
                problem.status(), "errors", new Items("error", List.of(error(problem.status(), description))), json);
    }

    private static ProblemException problemOf(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            return switch (response.getStatusCode().value()) {
                case 413 -> tooLarge();
                case 404 -> new ProblemException(404, ProblemCodes.NOT_FOUND);
                case 405 ->
                    new ProblemException(
                            405, ProblemCodes.METHOD_NOT_ALLOWED, java.util.Map.of("method", request.getMethod()));
                case 415 -> new ProblemException(415, ProblemCodes.UNSUPPORTED_MEDIA_TYPE);
                default -> new ProblemException(400, ProblemCodes.BAD_REQUEST);
            };
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return tooLarge();
        }
        if (failure instanceof MultipartException) {
            return new ProblemException(400, ProblemCodes.BAD_REQUEST);
        }
        return Failures.passing(failure).orElseGet(() -> {
            LOG.error("{} {} failed", request.getMethod(), "/open311", failure);
            return new ProblemException(500, ProblemCodes.INTERNAL_ERROR);
        });
    }

    private static ProblemException tooLarge() {
        return new ProblemException(413, ProblemCodes.BODY_TOO_LARGE, java.util.Map.of("limit", MOST_BYTES));
    }

    private String described(Fault fault, ProblemLanguage language) {
        var worded = words.problem(
                400,
                io.wangge.contracts.Refused.of(ProblemCodes.INVALID_FIELD),
                List.of(new FieldFault(
                        fault.what().field(),
                        fault.what().reason(),
                        fault.what().facts())),
                language,
                null,
                null);
        var first = worded.errors().getFirst();
        return first.field() + " " + first.reason() + (language == ProblemLanguage.ZH_CN ? "。" : ". ") + first.remedy();
    }

    private static Open311Answer.Parts error(int code, @Nullable String description) {
        return Open311Answer.parts()
                .leaf("code", code)
                .leaf("description", description)
                .done();
    }
}

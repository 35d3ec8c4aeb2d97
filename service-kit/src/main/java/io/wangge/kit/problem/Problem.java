package io.wangge.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem as it goes out.
 *
 * @param type {@code urn:wangge:problem:CODE}
 * @param code stable, for programs
 * @param remedy what to do next, for people
 * @param instance path of the request
 * @param facts what the texts name, for programs
 * @param errors one for each faulty field
 * @param traceId under which the operators find it
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "remedy", "instance", "facts", "errors", "traceId"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String remedy,
        @Nullable String instance,
        Map<String, Object> facts,
        List<FieldError> errors,
        @Nullable String traceId) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param reason and remedy in the language of the caller */
    public record FieldError(String field, String reason, String remedy) {}
}

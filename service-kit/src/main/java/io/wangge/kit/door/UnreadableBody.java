package io.wangge.kit.door;

import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Why a body could not be read: too long, no JSON, or a field that names no value of ours. */
final class UnreadableBody {
    private UnreadableBody() {}

    static ProblemException problemOf(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedBody.TooLarge tooLarge) {
                return BodyLimitFilter.tooLarge(tooLarge.maxBytes());
            }
            if (cause instanceof InvalidFormatException format && format.getTargetType() != null) {
                return fieldFault(format, format.getTargetType());
            }
        }
        return new ProblemException(400, ProblemCodes.MALFORMED_JSON);
    }

    private static ProblemException fieldFault(InvalidFormatException format, Class<?> target) {
        String field = pathOf(format.getPath());
        if (field.isEmpty()) {
            return new ProblemException(400, ProblemCodes.MALFORMED_JSON);
        }
        if (target.isEnum()) {
            List<String> allowed = Arrays.stream(target.getEnumConstants())
                    .map(Object::toString)
                    .toList();
            return ProblemException.invalid(
                    List.of(new FieldFault(field, "unknown-value", Map.of("allowed", allowed))));
        }
        if (target == java.util.UUID.class) {
            return ProblemException.invalid(field, "not-a-uuid");
        }
        return java.time.temporal.Temporal.class.isAssignableFrom(target)
                ? ProblemException.invalid(field, "bad-format")
                : new ProblemException(400, ProblemCodes.MALFORMED_JSON, Map.of("field", field));
    }

    private static String pathOf(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}

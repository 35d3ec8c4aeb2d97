package io.wangge.kit.problem;

import java.util.Map;

/**
 * One thing wrong with one field of a request.
 *
 * @param field path in the JSON, such as {@code resident.phone}, or the name of a parameter
 * @param reason kebab-case; its texts stand under {@code field.REASON.reason} and {@code field.REASON.remedy}. The kit
 *     knows: required, too-long (max), too-short (min), unknown-value (allowed), not-a-uuid, out-of-range (min, max),
 *     bad-format, wrong-type
 * @param facts what the texts name; never the value sent, which may be personal
 */
public record FieldFault(String field, String reason, Map<String, Object> facts) {
    public static FieldFault of(String field, String reason) {
        return new FieldFault(field, reason, Map.of());
    }

    public static FieldFault tooLong(String field, int max) {
        return new FieldFault(field, "too-long", Map.of("max", max));
    }
}

package io.wangge.intake.report;

import java.util.Map;

/**
 * One thing that is wrong with a form.
 *
 * @param field path of the field as the client wrote it, such as {@code resident.phone}
 * @param reason stable code, such as {@code too-long}; its text and remedy are found under it
 * @param facts what the texts fill in; never what the client wrote
 */
public record FieldFault(String field, String reason, Map<String, Object> facts) {
    public static FieldFault of(String field, String reason) {
        return new FieldFault(field, reason, Map.of());
    }
}

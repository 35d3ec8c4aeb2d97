package io.wangge.contracts;

import java.util.Map;

/**
 * A command was understood and not allowed. Not a failure: a value with a stable code, which clients may rely on, and
 * the facts that its translation names.
 *
 * @param code kebab-case, such as {@code ceiling-reached}; the texts are found under it
 * @param facts what the text fills in; never personal data
 */
public record Refused(String code, Map<String, Object> facts) {
    public static Refused of(String code) {
        return new Refused(code, Map.of());
    }
}

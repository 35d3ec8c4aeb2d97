package io.wangge.gateway.http;

import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a field of a form. */
final class FormText {
    private FormText() {}

    /**
     * @param longest in code points, without the blanks around it
     * @return stripped
     * @throws ProblemException 400 when there is nothing in it, or too much
     */
    static String required(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw ProblemException.invalid(List.of(FieldFault.of(field, "required")));
        }
        String said = value.strip();
        if (said.codePointCount(0, said.length()) > longest) {
            throw ProblemException.invalid(List.of(FieldFault.tooLong(field, longest)));
        }
        return said;
    }
}

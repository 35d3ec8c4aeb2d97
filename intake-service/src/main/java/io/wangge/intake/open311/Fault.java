package io.wangge.intake.open311;

import io.wangge.intake.report.FieldFault;
import java.util.Map;

/**
 * One of the errors of an answer: the standard allows several in one.
 *
 * @param code 400 for what is missing or wrong, 403 for a missing or bad key, 404 for what there is not
 * @param what which argument, by its name in the standard, and why
 */
public record Fault(int code, FieldFault what) {
    static Fault wrong(String argument, String reason) {
        return new Fault(400, FieldFault.of(argument, reason));
    }

    public static Fault wrong(String argument, String reason, Map<String, Object> facts) {
        return new Fault(400, new FieldFault(argument, reason, facts));
    }

    public static Fault missing(String argument) {
        return wrong(argument, "required");
    }

    public static Fault forbidden(String argument, String reason) {
        return new Fault(403, FieldFault.of(argument, reason));
    }

    public static Fault notFound(String argument, String reason) {
        return new Fault(404, FieldFault.of(argument, reason));
    }
}

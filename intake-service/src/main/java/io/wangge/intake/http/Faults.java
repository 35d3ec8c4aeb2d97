package io.wangge.intake.http;

import io.wangge.contracts.Refused;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.FormFields;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** What is wrong with a form, as the problem that says so. */
public final class Faults {
    private Faults() {}

    public static ProblemException problem(List<FieldFault> faults) {
        return ProblemException.invalid(faults.stream()
                .map(fault -> new io.wangge.kit.problem.FieldFault(fault.field(), fault.reason(), fault.facts()))
                .toList());
    }

    /** @throws ProblemException 400 with everything that is wrong */
    public static void none(FormFields fields) {
        if (!fields.faults().isEmpty()) {
            throw problem(fields.faults());
        }
    }

    /** @return 403 for what the caller may not do, 404 for what is not there, else 409 */
    public static ProblemException refused(Refused refused) {
        int status = switch (refused.code()) {
            case ProblemCodes.NOT_ALLOWED -> 403;
            case ProblemCodes.NOT_FOUND -> 404;
            default -> 409;
        };
        return new ProblemException(status, refused);
    }

    public static ProblemException unknownValue(String field, String allowed) {
        return problem(List.of(new FieldFault(field, "unknown-value", Map.of("allowed", allowed))));
    }
}

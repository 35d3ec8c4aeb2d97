package io.wangge.intake.http;

import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.FormFields;
import io.wangge.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** What is wrong with a form, as the problem that says so. */
final class Faults {
    private Faults() {}

    static ProblemException problem(List<FieldFault> faults) {
        return ProblemException.invalid(faults.stream()
                .map(fault -> new io.wangge.kit.problem.FieldFault(fault.field(), fault.reason(), fault.facts()))
                .toList());
    }

    /** @throws ProblemException 400 with everything that is wrong */
    static void none(FormFields fields) {
        if (!fields.faults().isEmpty()) {
            throw problem(fields.faults());
        }
    }

    static ProblemException unknownValue(String field, String allowed) {
        return problem(List.of(new FieldFault(field, "unknown-value", Map.of("allowed", allowed))));
    }
}

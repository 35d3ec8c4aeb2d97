package io.wangge.dispatch.http.casefile;

import io.wangge.contracts.Refused;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.util.List;

/** What the domain refuses, as a problem: 404 unseen, 403 not this role, 400 not these words, 409 not now. */
final class Refusals {
    private Refusals() {}

    static ProblemException problemOf(Refused refused) {
        return switch (refused.code()) {
            case ProblemCodes.NOT_FOUND -> new ProblemException(404, refused);
            case ProblemCodes.NOT_ALLOWED -> new ProblemException(403, refused);
            case ProblemCodes.INVALID_FIELD ->
                ProblemException.invalid(List.of(new FieldFault(
                        String.valueOf(refused.facts().get("field")),
                        String.valueOf(refused.facts().get("reason")),
                        refused.facts())));
            default -> new ProblemException(409, refused);
        };
    }
}

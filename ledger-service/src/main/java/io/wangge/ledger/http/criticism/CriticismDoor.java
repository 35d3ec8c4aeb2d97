package io.wangge.ledger.http.criticism;

import io.wangge.contracts.Actor;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.criticism.CriticismList;
import java.util.List;
import java.util.stream.Stream;

/** Who may see to criticisms, and which. */
final class CriticismDoor {
    private CriticismDoor() {}

    /** 督查员 and 分管领导 see to criticisms. @return the caller, for the unit for which he acts */
    static Actor inCharge(Caller caller, List<String> scope) {
        return Stream.of(Role.INSPECTOR, Role.LEADER)
                .flatMap(role ->
                        caller.unitsOf(role).stream().filter(scope::contains).sorted())
                .findFirst()
                .map(unit -> Actor.staff(caller.staffId(), unit))
                .orElseThrow(() -> new ProblemException(403, ProblemCodes.NOT_ALLOWED));
    }

    /** @return scope of a case that was registered as a criticism, and that the caller reaches */
    static List<String> scopeOf(CriticismList criticisms, Caller caller, String caseId) {
        // Unknown, and known but no criticism, are one answer: nothing is rewarded that was not registered as one.
        List<String> scope = criticisms.scopeOf(caseId).orElseThrow(() -> new ProblemException(409, "not-a-criticism"));
        if (!caller.coversAny(scope)) {
            throw new ProblemException(404, ProblemCodes.NOT_FOUND);
        }
        return scope;
    }
}

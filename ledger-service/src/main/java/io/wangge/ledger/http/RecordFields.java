package io.wangge.ledger.http;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.criticism.RecordDesk.Taken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the controllers of awards, sanctions and scoring rounds share at the door. */
final class RecordFields {
    static final int MOST_REASON = 2000;

    private RecordFields() {}

    static String text(String field, @Nullable String value, int most, List<FieldFault> faults) {
        if (value == null || value.isBlank()) {
            faults.add(FieldFault.of(field, "required"));
            return "";
        }
        if (value.codePointCount(0, value.length()) > most) {
            faults.add(FieldFault.tooLong(field, most));
        }
        return value;
    }

    static void none(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    /** 督查员 and 分管领导 see to criticisms. @return the unit for which the caller acts */
    static String unitInCharge(Caller caller, List<String> scope) {
        return Stream.of(Role.INSPECTOR, Role.LEADER)
                .flatMap(role ->
                        caller.unitsOf(role).stream().filter(scope::contains).sorted())
                .findFirst()
                .orElseThrow(() -> new ProblemException(403, ProblemCodes.NOT_ALLOWED));
    }

    static <T> T standing(Optional<Taken<T>> taken) {
        return standing(taken.orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND)));
    }

    static <T> T standing(Taken<T> taken) {
        return switch (taken) {
            case Taken.Standing<T>(T value) -> value;
            case Taken.NotAllowed<T>(var why) -> throw new ProblemException(409, why);
            case Taken.Unknown<T>() -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN, Map.of());
        };
    }
}

package io.wangge.ledger.http;

import io.wangge.contracts.Actor;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.criticism.CriticismList;
import io.wangge.ledger.records.RecordDesk.Taken;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
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

    /** To the millisecond, as it is stored. */
    static Instant now(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
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

package io.wangge.ledger.http;

import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.records.RecordDesk.Taken;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What those who keep records (awards, appeals, webhooks …) share at the door. */
public final class RecordFields {
    public static final int MOST_REASON = 2000;

    private RecordFields() {}

    public static String text(String field, @Nullable String value, int most, List<FieldFault> faults) {
        if (value == null || value.isBlank()) {
            faults.add(FieldFault.of(field, "required"));
            return "";
        }
        if (value.codePointCount(0, value.length()) > most) {
            faults.add(FieldFault.tooLong(field, most));
        }
        return value;
    }

    public static void none(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    /** To the millisecond, as it is stored. */
    public static Instant now(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public static <T> T standing(Optional<Taken<T>> taken) {
        return standing(taken.orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND)));
    }

    public static <T> T standing(Taken<T> taken) {
        return switch (taken) {
            case Taken.Standing<T>(T value) -> value;
            case Taken.NotAllowed<T>(var why) -> throw new ProblemException(409, why);
            case Taken.Unknown<T>() -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN, Map.of());
        };
    }
}

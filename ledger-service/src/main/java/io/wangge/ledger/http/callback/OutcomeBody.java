package io.wangge.ledger.http.callback;

import io.wangge.contracts.callback.Grade;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.callback.Outcome;
import io.wangge.ledger.desk.Tokens;
import io.wangge.ledger.http.BodyFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk sends.
 *
 * @param id a UUID made by the client
 * @param residentId who was called; needed where a round has several reporters
 * @param grade one of the four, as text, so that a wrong one is named as such
 * @param comment at most {@value BodyFields#MOST_COMMENT} characters
 */
record OutcomeBody(
        @Nullable String id,
        @Nullable String residentId,
        @Nullable Boolean reached,
        @Nullable Boolean settled,
        @Nullable String grade,
        @Nullable Boolean unitAtFault,
        @Nullable String comment) {
    /** @throws ProblemException {@code invalid-field}, every fault at once */
    Outcome outcome(Supplier<String> salt) {
        List<FieldFault> faults = new ArrayList<>();
        BodyFields.id(id, faults);
        if (reached == null) {
            faults.add(FieldFault.of("reached", "required"));
        } else if (reached) {
            if (settled == null) {
                faults.add(FieldFault.of("settled", "required"));
            }
            if (grade == null) {
                faults.add(FieldFault.of("grade", "required"));
            }
        }
        BodyFields.grade(grade, faults);
        BodyFields.comment(comment, faults);
        if (!faults.isEmpty() || id == null || reached == null) {
            throw ProblemException.invalid(faults);
        }
        return new Outcome(
                id,
                residentId,
                reached,
                settled,
                grade == null ? null : Grade.valueOf(grade),
                unitAtFault,
                BodyFields.erasable(comment, salt));
    }

    /** The same for the same content, whatever salt its comment is given. */
    String fingerprint() {
        String content = reached + "|" + settled + "|" + grade + "|" + unitAtFault + "|" + comment;
        return Tokens.hash(residentId == null ? content : content + "|" + residentId);
    }
}

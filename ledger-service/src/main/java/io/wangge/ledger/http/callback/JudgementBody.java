package io.wangge.ledger.http.callback;

import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.callback.Judgement;
import io.wangge.ledger.desk.Tokens;
import io.wangge.ledger.http.BodyFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A clerk's word on whose fault it is.
 *
 * @param id a UUID made by the client
 * @param residentId whose answer it is about; needed where a round has several reporters
 * @param comment at most {@value BodyFields#MOST_COMMENT} characters
 */
record JudgementBody(
        @Nullable String id,
        @Nullable String residentId,
        @Nullable Boolean unitAtFault,
        @Nullable String comment) {

    /** @throws ProblemException {@code invalid-field}, every fault at once */
    Judgement judgement(Supplier<String> salt) {
        List<FieldFault> faults = new ArrayList<>();
        BodyFields.id(id, faults);
        if (unitAtFault == null) {
            faults.add(FieldFault.of("unitAtFault", "required"));
        }
        BodyFields.comment(comment, faults);
        if (!faults.isEmpty() || id == null || unitAtFault == null) {
            throw ProblemException.invalid(faults);
        }
        return new Judgement(id, residentId, unitAtFault, BodyFields.erasable(comment, salt));
    }

    String fingerprint() {
        return Tokens.hash("judgement|" + unitAtFault + "|" + residentId + "|" + comment);
    }
}

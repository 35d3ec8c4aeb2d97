package io.wangge.ledger.http.callback;

import io.wangge.contracts.callback.Grade;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.callback.LinkAnswer;
import io.wangge.ledger.callback.RoundLink;
import io.wangge.ledger.desk.Tokens;
import io.wangge.ledger.http.BodyFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a resident sends through a link.
 *
 * @param settled 解决
 * @param grade one of the four
 * @param tags of the list that the link was opened with
 * @param comment at most {@value BodyFields#MOST_COMMENT} characters
 */
record RatingBody(
        @Nullable Boolean settled,
        @Nullable String grade,
        @Nullable List<String> tags,
        @Nullable String comment) {

    /** @throws ProblemException {@code invalid-field}, every fault at once */
    LinkAnswer answer(RoundLink link, List<String> allowedTags, Supplier<String> salt) {
        List<FieldFault> faults = new ArrayList<>();
        if (settled == null) {
            faults.add(FieldFault.of("settled", "required"));
        }
        if (grade == null) {
            faults.add(FieldFault.of("grade", "required"));
        }
        BodyFields.grade(grade, faults);
        BodyFields.comment(comment, faults);
        if (!allowedTags.containsAll(ticked())) {
            faults.add(new FieldFault("tags", "unknown-value", Map.of("allowed", allowedTags)));
        }
        if (!faults.isEmpty() || settled == null || grade == null) {
            throw ProblemException.invalid(faults);
        }
        return new LinkAnswer(
                link.id(),
                link.residentId(),
                settled,
                Grade.valueOf(grade),
                ticked(),
                BodyFields.erasable(comment, salt));
    }

    private List<String> ticked() {
        return tags == null ? List.of() : tags.stream().distinct().toList();
    }

    String fingerprint() {
        return Tokens.hash("link|" + settled + "|" + grade + "|" + ticked() + "|" + comment);
    }
}

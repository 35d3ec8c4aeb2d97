package io.wangge.ledger.http.rating;

import io.wangge.contracts.callback.Grade;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.desk.Tokens;
import io.wangge.ledger.http.BodyFields;
import io.wangge.ledger.rating.FiveZero;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rating without a case.
 *
 * @param id a UUID made by the device
 * @param grade one of the four
 * @param breaches of the five zeros; UNSATISFIED counts as COMPLAINT by itself
 * @param windowId for a rating at a window by somebody who is signed in; none: of the caller's own visit
 */
record WindowRatingBody(
        @Nullable String id,
        @Nullable String grade,
        @Nullable List<String> breaches,
        @Nullable String comment,
        @Nullable String windowId) {
    private static final List<String> ZEROS =
            Arrays.stream(FiveZero.values()).map(FiveZero::name).toList();

    /** @param id and the rest, as they are kept */
    record Given(String id, Grade grade, List<FiveZero> breaches) {}

    /** @throws ProblemException {@code invalid-field}, every fault at once */
    Given checked() {
        List<FieldFault> faults = new ArrayList<>();
        BodyFields.id(id, faults);
        if (grade == null) {
            faults.add(FieldFault.of("grade", "required"));
        }
        BodyFields.grade(grade, faults);
        BodyFields.comment(comment, faults);
        if (!ZEROS.containsAll(ticked())) {
            faults.add(new FieldFault("breaches", "unknown-value", Map.of("allowed", ZEROS)));
        }
        if (!faults.isEmpty() || id == null || grade == null) {
            throw ProblemException.invalid(faults);
        }
        Grade given = Grade.valueOf(grade);
        Stream<FiveZero> own = given == Grade.UNSATISFIED ? Stream.of(FiveZero.COMPLAINT) : Stream.empty();
        return new Given(
                id,
                given,
                Stream.concat(ticked().stream().map(FiveZero::valueOf), own)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private List<String> ticked() {
        return breaches == null ? List.of() : breaches;
    }

    String fingerprint(String staffId) {
        return Tokens.hash("rating|" + grade + "|" + ticked() + "|" + windowId + "|" + staffId + "|" + comment);
    }
}

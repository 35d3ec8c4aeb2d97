package io.wangge.ledger.http;

import io.wangge.contracts.Erasable;
import io.wangge.contracts.callback.Grade;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.callback.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk sends.
 *
 * @param id a UUID made by the client
 * @param grade one of the four, as text, so that a wrong one is named as such
 * @param comment at most {@value #MOST_COMMENT} characters
 */
record OutcomeBody(
        @Nullable String id,
        @Nullable Boolean reached,
        @Nullable Boolean settled,
        @Nullable String grade,
        @Nullable Boolean unitAtFault,
        @Nullable String comment) {
    static final int MOST_COMMENT = 2000;
    private static final List<String> GRADES =
            Arrays.stream(Grade.values()).map(Grade::name).toList();

    /** @throws ProblemException {@code invalid-field}, every fault at once */
    Outcome outcome(Supplier<String> salt) {
        List<FieldFault> faults = new ArrayList<>();
        if (id == null) {
            faults.add(FieldFault.of("id", "required"));
        } else if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            faults.add(FieldFault.of("id", "not-a-uuid"));
        }
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
        if (grade != null && !GRADES.contains(grade)) {
            faults.add(new FieldFault("grade", "unknown-value", Map.of("allowed", GRADES)));
        }
        if (comment != null && comment.length() > MOST_COMMENT) {
            faults.add(new FieldFault("comment", "too-long", Map.of("max", MOST_COMMENT)));
        }
        if (!faults.isEmpty() || id == null || reached == null) {
            throw ProblemException.invalid(faults);
        }
        return new Outcome(
                id,
                reached,
                settled,
                grade == null ? null : Grade.valueOf(grade),
                unitAtFault,
                comment == null || comment.isBlank() ? null : new Erasable(comment, salt.get()));
    }

    /** The same for the same content, whatever salt its comment is given. */
    String fingerprint() {
        String content = reached + "|" + settled + "|" + grade + "|" + unitAtFault + "|" + comment;
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

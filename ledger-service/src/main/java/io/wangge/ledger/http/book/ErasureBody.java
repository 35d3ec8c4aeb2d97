package io.wangge.ledger.http.book;

import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks that the texts of a case be forgotten.
 *
 * @param id a UUID made by the client
 * @param reason the legal ground, at most {@value #MOST_REASON} characters; it stays, so it names nobody
 */
record ErasureBody(
        @Nullable String id,
        @Nullable String caseId,
        @Nullable String reason) {
    static final int MOST_REASON = 500;

    /** @throws ProblemException {@code invalid-field}, every fault at once */
    Asked asked() {
        List<FieldFault> faults = new ArrayList<>();
        if (id == null) {
            faults.add(FieldFault.of("id", "required"));
        } else if (!isUuid(id)) {
            faults.add(FieldFault.of("id", "not-a-uuid"));
        }
        if (caseId == null || caseId.isBlank()) {
            faults.add(FieldFault.of("caseId", "required"));
        }
        if (reason == null || reason.isBlank()) {
            faults.add(FieldFault.of("reason", "required"));
        } else if (reason.length() > MOST_REASON) {
            faults.add(FieldFault.tooLong("reason", MOST_REASON));
        }
        if (!faults.isEmpty() || id == null || caseId == null || reason == null) {
            throw ProblemException.invalid(faults);
        }
        return new Asked(id, caseId, reason.strip());
    }

    record Asked(String id, String caseId, String reason) {}

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

package io.wangge.dispatch.http.casefile;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.wangge.dispatch.desk.BulkDesk;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One command for many cases.
 *
 * @param command its fields stand beside the cases that it is for; its id is the whole request's
 */
@Schema(description = "items: 1 to 500 cases, each once; the other fields as in a command")
record BulkRequest(
        @Nullable List<@Nullable ItemRequest> items,
        @JsonUnwrapped CommandRequest command) {

    /** @param version that the caller has seen; absent for the case as it stands */
    record ItemRequest(@Nullable String caseId, @Nullable Long version) {}

    UUID bulkId() {
        if (command.id() == null) {
            throw ProblemException.invalid("id", "required");
        }
        return command.id();
    }

    /** @throws ProblemException 400 for none, more than 500, one without a case, or a case twice */
    List<BulkDesk.Item> cases() {
        if (items == null || items.isEmpty()) {
            throw ProblemException.invalid("items", "required");
        }
        if (items.size() > BulkDesk.MOST) {
            throw ProblemException.invalid(List.of(new FieldFault("items", "too-many", Map.of("max", BulkDesk.MOST))));
        }
        List<BulkDesk.Item> cases = new ArrayList<>();
        List<FieldFault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            ItemRequest item = items.get(i);
            String caseId = item == null ? null : item.caseId();
            if (item == null || caseId == null || caseId.isBlank()) {
                faults.add(FieldFault.of("items[" + i + "].caseId", "required"));
            } else if (!seen.add(caseId)) {
                faults.add(FieldFault.of("items[" + i + "].caseId", "stands-twice"));
            } else {
                cases.add(new BulkDesk.Item(caseId, item.version()));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return cases;
    }
}

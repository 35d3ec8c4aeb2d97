package io.wangge.dispatch.http.casefile;

import io.swagger.v3.oas.annotations.media.Schema;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.casefile.CaseEvent.Decision;
import io.wangge.dispatch.casefile.StaffCommand;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A command as it comes in; which fields it needs depends on its type.
 *
 * @param id made by the client, so that sending it again is safe
 */
@Schema(
        description =
                "accept {} · return {reason} · escalate {reason, tried} · hand-down {unitId, reason} ·"
                        + " complete {text, attachmentIds?} · dispatch {unitId, category?} · decide {decision, reason} · comment {text}")
record CommandRequest(
        @Nullable UUID id,
        @Nullable String type,
        @Nullable String reason,
        @Nullable String tried,
        @Nullable String unitId,
        @Nullable String category,
        @Nullable String text,
        @Nullable List<String> attachmentIds,
        @Nullable Decision decision) {
    private static final List<String> TYPES =
            List.of("accept", "return", "escalate", "hand-down", "complete", "dispatch", "decide", "comment");

    String commandId() {
        return required("id", id).toString();
    }

    /**
     * @param salts a new one for every text that may be erased
     * @throws ProblemException 400 when a field that the type needs is missing
     */
    StaffCommand command(Supplier<String> salts) {
        return switch (required("type", type)) {
            case "accept" -> new StaffCommand.Accept();
            case "return" -> new StaffCommand.Return(required("reason", reason));
            case "escalate" -> new StaffCommand.Escalate(required("reason", reason), erasable("tried", tried, salts));
            case "hand-down" -> new StaffCommand.HandDown(required("unitId", unitId), required("reason", reason));
            case "complete" -> new StaffCommand.Complete(erasable("text", text, salts), attachments());
            case "dispatch" -> new StaffCommand.Dispatch(required("unitId", unitId), category);
            case "decide" -> new StaffCommand.Decide(required("decision", decision), required("reason", reason));
            case "comment" -> new StaffCommand.Comment(erasable("text", text, salts));
            default ->
                throw ProblemException.invalid(
                        List.of(new FieldFault("type", "unknown-value", Map.of("allowed", TYPES))));
        };
    }

    private List<String> attachments() {
        if (attachmentIds == null) {
            return List.of();
        }
        attachmentIds.forEach(id -> required("attachmentIds", id));
        return List.copyOf(attachmentIds);
    }

    private static Erasable erasable(String field, @Nullable String value, Supplier<String> salts) {
        return new Erasable(required(field, value), salts.get());
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw ProblemException.invalid(field, "required");
        }
        return value;
    }
}

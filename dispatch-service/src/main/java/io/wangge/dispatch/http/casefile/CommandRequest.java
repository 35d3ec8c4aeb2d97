package io.wangge.dispatch.http.casefile;

import io.swagger.v3.oas.annotations.media.Schema;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.casefile.CaseEvent.Decision;
import io.wangge.contracts.casefile.CaseEvent.Measure;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.dispatch.casefile.Action;
import io.wangge.dispatch.casefile.StaffCommand;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command as it comes in; which fields it needs depends on its type.
 *
 * @param id made by the client, so that sending it again is safe
 */
@Schema(
        description = "accept {} · return {reason} · escalate {reason, tried} · hand-down {unitId, reason} ·"
                + " answer-criticism {text} · complete {text, attachmentIds?} · dispatch {unitId, category?} · decide {decision, reason} · comment {text, attachmentIds?} ·"
                + " dismiss-duplicate {caseId, reason} · take-to-hard-case-desk {reason}")
record CommandRequest(
        @Nullable UUID id,
        @Nullable String type,
        @Nullable String reason,
        @Nullable String tried,
        @Nullable String unitId,
        @Nullable String category,
        @Nullable String text,
        @Nullable List<String> attachmentIds,
        @Nullable Decision decision,
        @Nullable Boolean returnJustified,
        @Nullable Boolean filed,
        @Nullable Boolean passed,
        @Nullable Boolean approve,
        @Nullable Measure kind,
        @Nullable String level,
        @Nullable Integer amount,
        @Nullable String cause,
        @Nullable Instant until,
        @Nullable Integer hours,
        @Nullable Integer task,
        @Nullable SupervisionLevel supervision,
        @Nullable String staffId,
        @Nullable List<String> parties,
        @Nullable List<String> tasks,
        @Nullable String body,
        @Nullable String caseId) {
    private static final List<String> TYPES =
            Stream.of(Action.values()).map(Action::code).toList();

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
            case "answer-criticism" -> new StaffCommand.AnswerCriticism(erasable("text", text, salts));
            case "dispatch" -> new StaffCommand.Dispatch(required("unitId", unitId), category, returnJustified);
            case "decide" -> new StaffCommand.Decide(required("decision", decision), required("reason", reason));
            case "comment" -> new StaffCommand.Comment(erasable("text", text, salts), attachments());
            case "dismiss-duplicate" ->
                new StaffCommand.DismissDuplicate(required("caseId", caseId), required("reason", reason));
            case "take-to-hard-case-desk" -> new StaffCommand.TakeToHardCaseDesk(required("reason", reason));
            case "confirm" -> confirm(salts);
            case "check" ->
                new StaffCommand.Check(required("passed", passed), erasable("text", text, salts), attachments());
            case "record-measure" ->
                new StaffCommand.RecordMeasure(required("kind", kind), erasable("text", text, salts));
            case "decide-escalation" -> new StaffCommand.DecideEscalation(approved(), required("reason", reason));
            case "skip-level" -> new StaffCommand.SkipLevel(required("level", level), required("reason", reason));
            case "ask-extension" ->
                new StaffCommand.AskExtension(required("amount", amount), required("reason", reason));
            case "decide-extension" -> new StaffCommand.DecideExtension(approved(), required("reason", reason));
            case "ask-suspension" ->
                new StaffCommand.AskSuspension(
                        required("cause", cause), erasable("text", text, salts), required("until", until));
            case "decide-suspension" -> new StaffCommand.DecideSuspension(approved(), required("reason", reason));
            case "resume" -> new StaffCommand.Resume();
            case "name-helper" ->
                new StaffCommand.NameHelper(required("unitId", unitId), required("text", text), hours);
            case "end-task" -> new StaffCommand.EndTask(required("task", task), erasable("text", text, salts));
            case "supervise" ->
                new StaffCommand.Supervise(required("supervision", supervision), required("reason", reason));
            case "reply" -> new StaffCommand.ReplyToSupervision(erasable("text", text, salts));
            case "name-sponsor" -> new StaffCommand.NameSponsor(required("staffId", staffId), required("until", until));
            case "record-conference" ->
                new StaffCommand.RecordConference(
                        listOf("parties", required("parties", parties)),
                        erasable("text", text, salts),
                        listOf("tasks", tasks == null ? List.of() : tasks));
            case "cancel" -> new StaffCommand.Cancel(required("reason", reason));
            case "refer-outside" -> new StaffCommand.ReferOutside(required("body", body), required("reason", reason));
            case "merge" -> new StaffCommand.Merge(required("caseId", caseId), required("reason", reason));
            case "undo-merge" -> new StaffCommand.UndoMerge(required("reason", reason));
            case "reopen" -> new StaffCommand.Reopen(required("reason", reason));
            default ->
                throw ProblemException.invalid(
                        List.of(new FieldFault("type", "unknown-value", Map.of("allowed", TYPES))));
        };
    }

    private StaffCommand confirm(Supplier<String> salts) {
        boolean isFiled = required("filed", filed);
        return new StaffCommand.Confirm(
                isFiled, isFiled ? null : required("reason", reason), erasable("text", text, salts), attachments());
    }

    private boolean approved() {
        return required("approve", approve);
    }

    private List<String> attachments() {
        return listOf("attachmentIds", attachmentIds == null ? List.of() : attachmentIds);
    }

    private static List<String> listOf(String field, List<String> values) {
        values.forEach(value -> required(field, value));
        return List.copyOf(values);
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

package io.wangge.dispatch.casefile;

import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command says must be there and not too long; limits in characters (Unicode code points). */
final class Words {
    static final int LONGEST_TEXT = 4000;
    static final int LONGEST_REASON = 2000;
    static final int MOST_IN_A_LIST = 20;
    private static final int LONGEST_ID = 64;

    private Words() {}

    static Optional<Refused> check(StaffCommand command) {
        return switch (command) {
            case StaffCommand.Accept accept -> Optional.empty();
            case StaffCommand.Return back -> text("reason", back.reason(), LONGEST_REASON);
            case StaffCommand.Escalate up ->
                text("reason", up.reason(), LONGEST_REASON)
                        .or(() -> text("tried", up.tried().value(), LONGEST_TEXT));
            case StaffCommand.HandDown down ->
                text("unitId", down.unitId(), LONGEST_ID).or(() -> text("reason", down.reason(), LONGEST_REASON));
            case StaffCommand.Complete complete ->
                text("text", complete.text().value(), LONGEST_TEXT).or(() -> attachments(complete.attachmentIds()));
            case StaffCommand.AnswerCriticism answer ->
                text("text", answer.text().value(), LONGEST_TEXT);
            case StaffCommand.Dispatch dispatch -> text("unitId", dispatch.unitId(), LONGEST_ID);
            case StaffCommand.Decide decide -> text("reason", decide.reason(), LONGEST_REASON);
            case StaffCommand.Comment comment ->
                text("text", comment.text().value(), LONGEST_TEXT).or(() -> attachments(comment.attachmentIds()));
            case StaffCommand.DismissDuplicate dismiss ->
                text("caseId", dismiss.caseId(), LONGEST_ID).or(() -> text("reason", dismiss.reason(), LONGEST_REASON));
            case StaffCommand.TakeToHardCaseDesk take -> text("reason", take.reason(), LONGEST_REASON);
            case StaffCommand.Confirm confirm ->
                text("text", confirm.text().value(), LONGEST_TEXT)
                        .or(() -> confirm.reason() == null
                                ? Optional.empty()
                                : text("reason", confirm.reason(), LONGEST_REASON))
                        .or(() -> attachments(confirm.attachmentIds()));
            case StaffCommand.Check check ->
                text("text", check.text().value(), LONGEST_TEXT).or(() -> attachments(check.attachmentIds()));
            case StaffCommand.RecordMeasure record -> text("text", record.text().value(), LONGEST_TEXT);
            case StaffCommand.DecideEscalation decision -> text("reason", decision.reason(), LONGEST_REASON);
            case StaffCommand.SkipLevel skip -> text("reason", skip.reason(), LONGEST_REASON);
            case StaffCommand.AskExtension ask -> text("reason", ask.reason(), LONGEST_REASON);
            case StaffCommand.DecideExtension decision -> text("reason", decision.reason(), LONGEST_REASON);
            case StaffCommand.AskSuspension ask -> text("text", ask.safety().value(), LONGEST_TEXT);
            case StaffCommand.DecideSuspension decision -> text("reason", decision.reason(), LONGEST_REASON);
            case StaffCommand.Resume resume -> Optional.empty();
            case StaffCommand.NameHelper name ->
                text("unitId", name.unitId(), LONGEST_ID).or(() -> text("text", name.what(), LONGEST_REASON));
            case StaffCommand.EndTask end -> text("text", end.text().value(), LONGEST_TEXT);
            case StaffCommand.Supervise supervise ->
                supervise.level() == SupervisionLevel.NONE
                        ? invalid("supervision", "unknown-value", 0)
                        : text("reason", supervise.reason(), LONGEST_REASON);
            case StaffCommand.ReplyToSupervision reply ->
                text("text", reply.text().value(), LONGEST_TEXT);
            case StaffCommand.NameSponsor name -> text("staffId", name.staffId(), LONGEST_ID);
            case StaffCommand.RecordConference record ->
                each("parties", record.parties(), LONGEST_REASON)
                        .or(() -> record.parties().isEmpty() ? invalid("parties", "required", 1) : Optional.empty())
                        .or(() -> text("text", record.conclusion().value(), LONGEST_TEXT))
                        .or(() -> each("tasks", record.tasks(), LONGEST_REASON));
            case StaffCommand.Cancel cancel -> text("reason", cancel.reason(), LONGEST_REASON);
            case StaffCommand.ReferOutside refer ->
                text("body", refer.body(), LONGEST_REASON).or(() -> text("reason", refer.reason(), LONGEST_REASON));
            case StaffCommand.Merge merge ->
                text("caseId", merge.caseId(), LONGEST_ID).or(() -> text("reason", merge.reason(), LONGEST_REASON));
            case StaffCommand.UndoMerge undo -> text("reason", undo.reason(), LONGEST_REASON);
            case StaffCommand.Reopen reopen -> text("reason", reopen.reason(), LONGEST_REASON);
        };
    }

    private static Optional<Refused> text(String field, String value, int longest) {
        if (value.isBlank()) {
            return invalid(field, "required", 1);
        }
        return value.codePointCount(0, value.length()) > longest
                ? invalid(field, "too-long", longest)
                : Optional.empty();
    }

    private static Optional<Refused> attachments(List<String> ids) {
        return each("attachmentIds", ids, LONGEST_ID);
    }

    private static Optional<Refused> each(String field, List<String> values, int longest) {
        if (values.size() > MOST_IN_A_LIST) {
            return invalid(field, "too-many", MOST_IN_A_LIST);
        }
        return values.stream()
                .flatMap(value -> text(field, value, longest).stream())
                .findFirst();
    }

    private static Optional<Refused> invalid(String field, String reason, int max) {
        return Optional.of(new Refused("invalid-field", Map.of("field", field, "reason", reason, "max", max)));
    }
}

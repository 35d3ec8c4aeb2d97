package io.wangge.dispatch.casefile;

import io.wangge.contracts.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command says must be there and not too long; limits in characters (Unicode code points). */
final class Words {
    static final int LONGEST_TEXT = 4000;
    static final int LONGEST_REASON = 2000;
    static final int MOST_ATTACHMENTS = 20;
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
            case StaffCommand.Dispatch dispatch -> text("unitId", dispatch.unitId(), LONGEST_ID);
            case StaffCommand.Decide decide -> text("reason", decide.reason(), LONGEST_REASON);
            case StaffCommand.Comment comment -> text("text", comment.text().value(), LONGEST_TEXT);
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
        if (ids.size() > MOST_ATTACHMENTS) {
            return invalid("attachmentIds", "too-many", MOST_ATTACHMENTS);
        }
        return ids.stream()
                .flatMap(id -> text("attachmentIds", id, LONGEST_ID).stream())
                .findFirst();
    }

    private static Optional<Refused> invalid(String field, String reason, int max) {
        return Optional.of(new Refused("invalid-field", Map.of("field", field, "reason", reason, "max", max)));
    }
}

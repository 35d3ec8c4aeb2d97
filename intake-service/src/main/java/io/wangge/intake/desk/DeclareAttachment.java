package io.wangge.intake.desk;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Attachment.Owner;
import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.report.Report;
import java.util.Map;
import java.util.Optional;

/**
 * Takes in declarations of attachments. The report may come later, in a field without network anything comes in any order;
 * of one that is here already, only who may read it may add to it.
 */
public final class DeclareAttachment {
    private final Attachments attachments;
    private final Reports reports;
    private final ReadReports reading;

    public DeclareAttachment(Attachments attachments, Reports reports, ReadReports reading) {
        this.attachments = attachments;
        this.reports = reports;
        this.reading = reading;
    }

    /** What became of a declaration. */
    public sealed interface Outcome {
        record New(Attachment attachment) implements Outcome {}

        /** It stands here already, with as many bytes as it says. */
        record Repeated(Attachment attachment) implements Outcome {}

        record NotAllowed(Refused refused) implements Outcome {}
    }

    public Outcome declare(Caller caller, Attachment attachment) {
        if (caller.grants().isEmpty()) {
            return new Outcome.NotAllowed(Refused.of("not-allowed"));
        }
        Optional<Attachment> earlier = attachments.find(attachment.id());
        if (earlier.isPresent()) {
            return repeated(earlier.get(), attachment);
        }
        Optional<Report> report = reports.find(attachment.owner().id());
        // Only of a case must there be a report: it was read before somebody worked on it.
        boolean mayAdd = report.map(found -> reading.mayRead(caller, found))
                .orElse(attachment.owner().kind() == Owner.Kind.REPORT);
        if (!mayAdd) {
            return new Outcome.NotAllowed(Refused.of("not-found"));
        }
        return switch (attachments.declare(attachment)) {
            case NEW -> new Outcome.New(attachment);
            case ID_TAKEN ->
                attachments
                        .find(attachment.id())
                        .map(found -> repeated(found, attachment))
                        .orElseGet(() -> new Outcome.NotAllowed(Refused.of("same-id-other-content")));
            case OWNER_FULL ->
                new Outcome.NotAllowed(new Refused(
                        "attachments-full", Map.of("max", Attachments.MOST_BYTES_OF_AN_OWNER / (1024 * 1024))));
        };
    }

    private static Outcome repeated(Attachment earlier, Attachment again) {
        return earlier.isDeclaredAgainBy(again)
                ? new Outcome.Repeated(earlier)
                : new Outcome.NotAllowed(Refused.of("same-id-other-content"));
    }
}

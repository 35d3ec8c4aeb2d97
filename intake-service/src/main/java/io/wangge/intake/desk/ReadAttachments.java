package io.wangge.intake.desk;

import io.wangge.contracts.directory.Caller;
import io.wangge.intake.attachment.Attachment;
import io.wangge.intake.attachment.Attachment.Owner;
import io.wangge.intake.attachment.Attachments;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads attachments: one's own, and those of reports that one may read. Others do not exist for the caller. */
public final class ReadAttachments {
    private final Attachments attachments;
    private final Reports reports;
    private final ReadReports reading;

    public ReadAttachments(Attachments attachments, Reports reports, ReadReports reading) {
        this.attachments = attachments;
        this.reports = reports;
        this.reading = reading;
    }

    public Optional<Attachment> find(Caller caller, String id) {
        return readable(caller, List.of(id)).stream().findAny();
    }

    /** Those of {@code ids} that the caller may read. */
    public List<Attachment> readable(Caller caller, Collection<String> ids) {
        return mayRead(caller, attachments.findAll(ids));
    }

    /** All of one report or case that the caller may read. */
    public List<Attachment> of(Caller caller, Owner owner) {
        return mayRead(caller, attachments.of(owner));
    }

    private List<Attachment> mayRead(Caller caller, List<Attachment> found) {
        Map<String, Boolean> byOwner = new HashMap<>();
        return found.stream()
                .filter(attachment -> attachment.uploaderId().equals(caller.staffId())
                        || byOwner.computeIfAbsent(attachment.owner().id(), id -> reachesReport(caller, id)))
                .toList();
    }

    /** A case has the id of its first report. */
    private boolean reachesReport(Caller caller, String id) {
        return reports.find(id).map(report -> reading.mayRead(caller, report)).orElse(false);
    }
}

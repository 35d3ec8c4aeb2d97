package io.wangge.intake.desk;

import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import io.wangge.intake.notice.CaseNotices.Told;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 要求重办 by the resident: within 30 days of the closing (domain.md, CLOSED), once for each closing. The inspector of the place
 * is told and opens the case again; the case is dispatch's, and nobody opens it from outside.
 */
public final class AskReopening {
    private final GuestReports reports;
    private final TellPeople tell;
    private final Duration term;
    private final InstantSource clock;

    /** @param term after closing */
    public AskReopening(GuestReports reports, TellPeople tell, Duration term, InstantSource clock) {
        this.reports = reports;
        this.tell = tell;
        this.term = term;
        this.clock = clock;
    }

    public boolean isInTime(Report report) {
        return report.caseStanding()
                .filter(standing ->
                        clock.instant().isBefore(standing.updatedAt().plus(term)))
                .isPresent();
    }

    /** @param reason in the resident's words @return why not; empty when it was asked */
    public Optional<Refused> ask(Report report, String reason) {
        CaseStanding standing = report.standing();
        if (standing == null || standing.state() != CaseState.CLOSED) {
            return Optional.of(Refused.of("not-closed"));
        }
        if (!isInTime(report)) {
            return Optional.of(new Refused("reopening-too-late", Map.of("days", term.toDays())));
        }
        Instant now = Instant.ofEpochMilli(clock.millis());
        if (!reports.askReopening(report.id(), standing.seq(), now, reason)) {
            return Optional.of(Refused.of("reopening-asked-before"));
        }
        List<String> reach = standing.reach();
        String unit = standing.holderId() != null ? standing.holderId() : reach.isEmpty() ? "" : reach.getFirst();
        Raised raised = new Raised(
                "reopening:" + report.id() + "/" + standing.seq(),
                Recipient.unit(unit, Role.INSPECTOR.name()),
                "reopening-asked",
                Map.of("caseNumber", standing.caseNumber(), "reason", reason),
                null,
                report.id(),
                null,
                null);
        tell.tell(List.of(new Told(raised, now)));
        return Optional.empty();
    }
}

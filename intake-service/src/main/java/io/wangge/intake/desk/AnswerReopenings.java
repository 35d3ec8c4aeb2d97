package io.wangge.intake.desk;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.desk.GuestReports.Asked;
import io.wangge.intake.notice.CaseNotices.Told;
import io.wangge.intake.report.CaseStanding;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What residents ask to have done again, as work of the inspector: it waits in his list until he opens the case again, at
 * dispatch, or says here why it stays closed, which the resident hears.
 */
public final class AnswerReopenings {
    /** Nobody lets more wait; the oldest come first. */
    static final int MOST = 200;

    private final GuestReports reports;
    private final TellPeople tell;
    private final InstantSource clock;

    public AnswerReopenings(GuestReports reports, TellPeople tell, InstantSource clock) {
        this.reports = reports;
        this.tell = tell;
        this.clock = clock;
    }

    /** Those on the caller's ground as an inspector, the oldest first. */
    public List<Asked> waiting(Caller caller) {
        Set<String> units = caller.unitsOf(Role.INSPECTOR);
        return units.isEmpty() ? List.of() : reports.reopeningsAsked(units, MOST);
    }

    /**
     * It stays closed.
     *
     * @param reason for the resident
     * @return why not; empty when it is refused
     */
    public Optional<Refused> refuse(Caller caller, String reportId, String reason) {
        Optional<Asked> asked = reports.reopeningAsked(reportId).filter(one -> covers(caller, one));
        if (asked.isEmpty() || !reports.refuseReopening(reportId, asked.get().at())) {
            return Optional.of(Refused.of("no-reopening-asked"));
        }
        Received received = asked.get().report().received();
        if (received.residentId() != null) {
            Instant now = Instant.ofEpochMilli(clock.millis());
            Raised raised = new Raised(
                    "reopening-refused:" + reportId + "/" + asked.get().at().toEpochMilli(),
                    Recipient.resident(received.residentId()),
                    "reopening-refused",
                    Map.of("trackingNumber", received.trackingNumber(), "reason", reason),
                    null,
                    reportId,
                    null,
                    null);
            tell.tell(List.of(new Told(raised, now)));
        }
        return Optional.empty();
    }

    private static boolean covers(Caller caller, Asked asked) {
        CaseStanding standing = asked.report().standing();
        return standing != null && caller.covers(Role.INSPECTOR, standing.reach());
    }
}

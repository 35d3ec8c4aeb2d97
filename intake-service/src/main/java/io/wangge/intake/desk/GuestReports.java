package io.wangge.intake.desk;

import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reports as people outside find them. */
public interface GuestReports {
    /** The report that has this number, or that somebody follows under it. */
    Optional<Report> byTrackingNumber(String number);

    /** How the case stands that carries the report's own (并案); empty when none does, or when that one is a tip-off. */
    Optional<CaseStanding> carrying(Report report);

    /** What stands behind one person, newest first. */
    List<Report> of(String personId, int atMost);

    /**
     * 要求重办: once for each time that its case was closed.
     *
     * @param caseSeq of the closing
     * @param reason in the resident's words
     * @return false when it was asked before
     */
    boolean askReopening(String reportId, long caseSeq, Instant at, String reason);

    /**
     * A request that nobody has answered yet: its case is as closed as it was.
     *
     * @param reason empty in requests from before it was kept
     */
    record Asked(Report report, Instant at, String reason) {}

    /** Those of matters that lie in, or were held in, one of these units; the oldest first. */
    List<Asked> reopeningsAsked(Collection<String> unitIds, int atMost);

    /** @return empty when none is open */
    Optional<Asked> reopeningAsked(String reportId);

    /** It stays closed. @return false when somebody was faster */
    boolean refuseReopening(String reportId, Instant asked);
}

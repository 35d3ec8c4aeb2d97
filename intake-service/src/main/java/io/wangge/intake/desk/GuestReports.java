package io.wangge.intake.desk;

import io.wangge.intake.report.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports as people outside find them. */
public interface GuestReports {
    /** The report that has this number, or that somebody follows under it. */
    Optional<Report> byTrackingNumber(String number);

    /** What stands behind one person, newest first. */
    List<Report> of(String personId, int atMost);

    /**
     * 要求重办: once for each time that its case was closed.
     *
     * @param caseSeq of the closing
     * @return false when it was asked before
     */
    boolean askReopening(String reportId, long caseSeq, Instant at);
}

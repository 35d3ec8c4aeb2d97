package io.wangge.intake.desk;

import io.wangge.intake.open311.RequestQuery;
import io.wangge.intake.open311.Submission.Extras;
import io.wangge.intake.report.Report;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports that came through Open311, as readers from outside look for them. */
public interface PublicReports {
    /**
     * Newest first, one page.
     *
     * @param batch codes of services that are public only after a look in the field
     * @param open311 all codes that are offered, or were once
     */
    List<Report> find(RequestQuery query, Set<String> batch, Set<String> open311);

    /** In the order in which they were taken in, newest first; those of other channels are not among them. */
    List<Report> numbered(Collection<String> trackingNumbers);

    Optional<Report> withId(String reportId);

    /** Keeps what a report has no place for. The same again changes nothing. */
    void keepExtras(String reportId, String keyId, Extras extras);
}

package io.wangge.intake.desk;

import io.wangge.intake.report.CaseStanding;
import java.util.Map;
import java.util.Set;

/** How the cases of the reports stand, kept with the reports themselves. */
public interface CaseStandings {
    /**
     * Keeps what is newer than what stands; the rest is old news and changes nothing. A close reason once heard stays
     * until the case leaves {@code CLOSED}, a reply once given until there is another.
     *
     * @param news report id → standing
     * @return ids for which there is no report
     */
    Set<String> keep(Map<String, CaseStanding> news);

    /** @return seq of the last case event applied, for those reports that have one */
    Map<String, Long> seqsOf(Set<String> reportIds);
}

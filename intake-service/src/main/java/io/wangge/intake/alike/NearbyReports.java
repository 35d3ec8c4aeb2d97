package io.wangge.intake.alike;

import io.wangge.intake.report.Report;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Reports by where they lie. */
public interface NearbyReports {
    /**
     * The latest first. Costs no more for many that are alike than for few.
     *
     * @param cells names of {@link io.wangge.intake.place.Cells}
     * @param categories any of these; those without one are always among them
     * @param atMost of what is read
     */
    List<Report> in(Collection<String> cells, Collection<String> categories, Instant since, int atMost);
}

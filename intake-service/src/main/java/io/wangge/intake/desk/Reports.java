package io.wangge.intake.desk;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every report that was taken in. */
public interface Reports {
    Optional<Report> find(String reportId);

    /** Those that there are, in no particular order. */
    List<Report> findAll(Collection<String> reportIds);

    /** As {@link #find}, but waits at most that long until the report's case is known. */
    Optional<Report> findWithCase(String reportId, Duration atMost);

    /** Stores the report together with its first event, or nothing of either. */
    Added add(Report report, Envelope<Received> event);

    /**
     * What one member of staff sent, newest first.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<Report> reportedBy(String staffId, @Nullable PagePlace after, int atMost);

    /**
     * As {@link #reportedBy}, but only what was taken in, or whose case moved, since a moment by the store's clock; some of
     * what is a little older may be among it.
     */
    List<Report> changedSince(String staffId, Instant since, @Nullable PagePlace after, int atMost);

    /** What one resident reported, newest first. */
    List<Report> ofResident(String personId, int atMost);

    /** What became of an addition. */
    enum Added {
        STORED,
        /** The id is taken: somebody was faster, or it is a repeat. */
        ID_TAKEN,
        /** The tracking number is taken; another one will do. */
        NUMBER_TAKEN,
        /** Nobody knows whether it was stored; the same id again will tell. */
        UNKNOWN
    }
}

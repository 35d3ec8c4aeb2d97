package io.wangge.intake.report;

import io.wangge.contracts.report.ReportEvent.Received;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 上报: one report, stored for good.
 *
 * @param received what was taken in, as the other services heard it
 * @param contentHash of what the client sent, to tell a repeat from another report under the same id
 * @param standing how its case stands; null until dispatch has opened it
 * @param asGiven what the device said, where the report carries something derived; null for most
 */
public record Report(
        Received received,
        String contentHash,
        @Nullable CaseStanding standing,
        @Nullable AsGiven asGiven) {
    /** One that carries what was said. */
    public Report(Received received, String contentHash, @Nullable CaseStanding standing) {
        this(received, contentHash, standing, null);
    }

    public String id() {
        return received.reportId();
    }

    /** 首问责任人: who sent it. */
    public String reporterId() {
        return received.firstReceiver().id();
    }

    public Optional<CaseStanding> caseStanding() {
        return Optional.ofNullable(standing);
    }

    /** Whether {@code staffId} sends this very report again. Somebody else's repeat is never answered with its data. */
    public boolean isRepeatedBy(String staffId, String otherHash) {
        return reporterId().equals(staffId) && contentHash.equals(otherHash);
    }
}

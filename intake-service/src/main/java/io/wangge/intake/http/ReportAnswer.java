package io.wangge.intake.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.OnSpotSettlement;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report with the standing of its case. Who the resident is, is nobody's business here: only whether one is known.
 *
 * @param reportedBy staff id of the first receiver; absent for a tip-off (举报) whose reporter is hidden from the caller
 * @param theCase absent until dispatch has opened it
 */
record ReportAnswer(
        String id,
        String trackingNumber,
        Channel channel,
        @Nullable Nature nature,
        @Nullable String category,
        String text,
        @Nullable GeoPoint location,
        @Nullable String gridCode,
        @Nullable String claimedGridCode,
        Urgency urgency,
        @Nullable String reportedBy,
        boolean residentKnown,
        @Nullable OnSpot settledOnSpot,
        Instant receivedAt,
        @Nullable Instant observedAt,
        @Nullable String assetId,
        @Nullable Boolean hardCase,
        @JsonProperty("case") @Nullable Standing theCase) {

    record OnSpot(String text, List<String> attachmentIds) {}

    /** @param id of the case: that of its first report @param reply to a critic (有奖批评); absent until it is given */
    record Standing(
            String id,
            String caseNumber,
            CaseState state,
            long seq,
            Instant updatedAt,
            @Nullable CloseReason closeReason,
            CaseStanding.@Nullable Reply reply) {}

    /** @param reporterShown whether the caller may know who took it in */
    static ReportAnswer of(Report report, boolean reporterShown) {
        Received received = report.received();
        return new ReportAnswer(
                report.id(),
                received.trackingNumber(),
                received.channel(),
                received.nature(),
                received.category(),
                received.text().value(),
                received.location(),
                received.gridCode(),
                received.claimedGridCode(),
                received.urgency(),
                reporterShown ? report.reporterId() : null,
                received.residentId() != null,
                onSpot(received.settledOnSpot()),
                received.receivedAt(),
                received.observedAt(),
                received.assetId(),
                received.hardCase(),
                standing(report.id(), report.standing()));
    }

    private static @Nullable OnSpot onSpot(@Nullable OnSpotSettlement settlement) {
        return settlement == null ? null : new OnSpot(settlement.text().value(), settlement.attachmentIds());
    }

    private static @Nullable Standing standing(String id, @Nullable CaseStanding of) {
        return of == null
                ? null
                : new Standing(id, of.caseNumber(), of.state(), of.seq(), of.updatedAt(), of.closeReason(), of.reply());
    }
}

package io.wangge.intake.http.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.Circumstances;
import io.wangge.contracts.report.ReportEvent.OnSpotSettlement;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.contracts.report.ReportEvent.Source;
import io.wangge.intake.person.SensitiveNumbers;
import io.wangge.intake.report.AsGiven;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report with the standing of its case. Who the resident is, is nobody's business here: only whether one is known.
 *
 * @param reportedBy staff id of the first receiver; absent for a tip-off (举报) whose reporter is hidden from the caller
 * @param source number of its own, by channel
 * @param clockSkewSeconds how far the device's clock was ahead; absent when it did not say its time
 * @param urgencyRaisedBy urgent word for which it is more urgent than its sender said; absent for most
 * @param theCase absent until dispatch has opened it
 */
public record ReportAnswer(
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
        @Nullable String agentId,
        @Nullable Origin source,
        @Nullable String address,
        @Nullable Double accuracyMetres,
        @Nullable Long clockSkewSeconds,
        @Nullable String urgencyRaisedBy,
        @JsonProperty("case") @Nullable Standing theCase) {

    record OnSpot(String text, List<String> attachmentIds) {}

    record Origin(String reference, @Nullable Instant answerBy) {}

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
        return of(report, reporterShown, report.received().text().value());
    }

    /** As one of many on a screen: numbers of telephones and identity cards within the text are masked. */
    public static ReportAnswer listed(Report report, boolean reporterShown) {
        return of(
                report,
                reporterShown,
                SensitiveNumbers.masked(report.received().text().value()));
    }

    private static ReportAnswer of(Report report, boolean reporterShown, String text) {
        Received received = report.received();
        Circumstances more = received.circumstances();
        return new ReportAnswer(
                report.id(),
                received.trackingNumber(),
                received.channel(),
                received.nature(),
                received.category(),
                text,
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
                more == null ? null : more.agentId(),
                more == null || more.source() == null ? null : origin(more.source()),
                more == null || more.address() == null ? null : more.address().value(),
                more == null ? null : more.accuracyMetres(),
                skewSeconds(report.asGiven()),
                report.asGiven() == null ? null : report.asGiven().raisedBy(),
                standing(report.id(), report.standing()));
    }

    private static Origin origin(Source source) {
        return new Origin(source.reference(), source.answerBy());
    }

    private static @Nullable Long skewSeconds(@Nullable AsGiven asGiven) {
        Duration skew = asGiven == null ? null : asGiven.clockSkew();
        return skew == null ? null : skew.toSeconds();
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

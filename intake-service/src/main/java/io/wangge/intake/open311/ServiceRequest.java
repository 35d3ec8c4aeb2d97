package io.wangge.intake.open311;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.Circumstances;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.person.SensitiveNumbers;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report as everybody may read it: what was written to a public list, with telephone and identity numbers masked, and how
 * its case stands. Nothing of who sent it.
 *
 * @param id tracking number
 * @param caseNumber null until there is a case
 */
public record ServiceRequest(
        String id,
        boolean open,
        Wording statusNotes,
        CategoryItem service,
        String description,
        Instant requestedAt,
        Instant updatedAt,
        @Nullable String address,
        @Nullable GeoPoint position,
        @Nullable String caseNumber,
        @Nullable String gridCode) {

    /** Whether the report may be read by everybody; the store asks the same of its index. */
    public static boolean isPublic(Report report, CategoryItem service) {
        Received received = report.received();
        boolean looked = !Services.isBatch(service)
                || report.caseStanding()
                        .map(standing -> standing.state() != CaseState.PENDING_CONFIRMATION)
                        .orElse(false);
        return received.channel() == Channel.OPEN311
                && received.nature() != Nature.TIP_OFF
                && Services.isInTheOpen(service)
                && looked;
    }

    /** @return empty when it may not be read by everybody */
    public static Optional<ServiceRequest> of(Report report, CategoryItem service) {
        return isPublic(report, service) ? Optional.of(published(report, service)) : Optional.empty();
    }

    private static ServiceRequest published(Report report, CategoryItem service) {
        Received received = report.received();
        CaseStanding standing = report.standing();
        Circumstances more = received.circumstances();
        return new ServiceRequest(
                received.trackingNumber(),
                standing == null || !standing.state().isOver(),
                standing == null ? new Wording("已收到", "Received") : notes(standing),
                service,
                SensitiveNumbers.masked(withoutMedia(received.text().value())),
                received.receivedAt(),
                standing == null ? received.receivedAt() : standing.updatedAt(),
                more == null || more.address() == null
                        ? null
                        : SensitiveNumbers.masked(more.address().value()),
                received.location(),
                standing == null ? null : standing.caseNumber(),
                received.gridCode());
    }

    /** An address of somebody's picture is for whoever handles the matter. */
    private static String withoutMedia(String text) {
        int media = text.lastIndexOf("\n附图 media: ");
        return media < 0 ? text : text.substring(0, media);
    }

    private static Wording notes(CaseStanding standing) {
        return switch (standing.state()) {
            case PENDING_CONFIRMATION -> new Wording("待核实", "Waits for a look in the field");
            case PENDING_DISPATCH -> new Wording("待派遣", "Waits to be given to a unit");
            case PENDING_ACCEPTANCE -> new Wording("已派遣，待受理", "Given to a unit");
            case IN_PROGRESS -> new Wording("处置中", "Being handled");
            case SUSPENDED ->
                new Wording("挂账：暂时不能办结，期间采取临时措施", "Suspended for a stated reason; interim measures are taken");
            case PENDING_CHECK -> new Wording("处置完成，待核查", "Done, waits for the field check");
            case PENDING_CALLBACK, PENDING_DECISION -> new Wording("处置完成，待回访确认", "Done, waits for the reporter's word");
            case CLOSED -> closed(standing.closeReason());
            case NOT_FILED -> new Wording("不予立案：不符合立案条件", "Not filed: the condition for filing is not met");
            case CANCELLED -> new Wording("作废", "Cancelled");
            case REFERRED_OUTSIDE -> new Wording("已转区外有权单位", "Referred to an authority outside the district");
            case MERGED -> new Wording("与同一事项并案办理", "Carried on together with another report of the same matter");
        };
    }

    private static Wording closed(@Nullable CloseReason reason) {
        return switch (reason) {
            case null -> new Wording("已结案", "Closed");
            case SATISFIED -> new Wording("已结案：反映人满意", "Closed: the reporter is satisfied");
            case CHECKED -> new Wording("已结案：现场核查通过", "Closed: found done in the field");
            case UNCONFIRMED, UNREACHABLE -> new Wording("已结案", "Closed");
            case DECIDED -> new Wording("已结案：经督查裁定", "Closed by an inspector's decision");
        };
    }
}

package io.wangge.dispatch.casefile;

import io.wangge.contracts.Actor;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.ReportEvent;
import io.wangge.contracts.report.ReportEvent.OnSpotSettlement;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.dispatch.casefile.Decision.Accepted;
import io.wangge.dispatch.routing.Matter;
import io.wangge.dispatch.routing.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** 案卷建立: what follows from a report. A matter is never refused. */
public final class CaseOpening {
    private final Received report;
    private final Facts facts;
    private final Matter matter;

    public CaseOpening(Received report, Facts facts) {
        this.report = report;
        this.facts = facts;
        this.matter = new Matter(
                report.category(),
                report.gridCode(),
                report.urgency(),
                report.channel(),
                report.nature(),
                report.receivedAt(),
                report.text().value(),
                report.assetId());
    }

    /**
     * The unit whose code the case's number takes: of the level that the district numbers by, else the top.
     *
     * @param level code of a level of the ladder
     */
    public UnitItem numberedBy(String level) {
        return facts.router().territoryOf(matter).stream()
                .flatMap(id -> facts.directory().unit(id).stream())
                .filter(unit -> unit.level().equals(level))
                .findFirst()
                .orElseGet(() -> facts.directory().top());
    }

    /** The first events of the case; the first of them is always {@link Opened}. */
    public Accepted open(String caseNumber) {
        Opened opened = opened(caseNumber);
        OnSpotSettlement settled = report.settledOnSpot();
        List<CaseEvent> events = new ArrayList<>();
        events.add(opened);
        Criticisms.registered(category(), facts).ifPresent(events::add);
        events.addAll(settled == null ? filed(opened) : settledOnSpot(opened, settled));
        return new Accepted(Actor.system("dispatch"), facts.now(), List.copyOf(events));
    }

    /** Straight to where it belongs, or first to the people of its grid, where the category asks for a look. */
    private List<CaseEvent> filed(Opened opened) {
        if (Boolean.TRUE.equals(report.hardCase())) {
            Case fresh = Case.open(report.reportId(), opened, facts.now());
            return List.of(HardCases.byResident(fresh, facts)
                    .orElseGet(() -> Waiting.forDispatch(
                            report.urgency(),
                            opened.territoryPath(),
                            new RouteReason("hard-case-desk", null, 0),
                            facts)));
        }
        Route route = facts.router().route(matter);
        boolean look = category()
                .filter(category -> !category.retired())
                // 登记即受理: nobody looks first whether a criticism is one.
                .filter(category -> !category.rewardsCritics())
                .filter(category -> asksForALook(category, route))
                .isPresent();
        return look && report.gridCode() != null
                ? List.of(Waiting.forConfirmation(facts.router().territoryOf(matter), facts))
                : Filing.follow(route, matter, SuperiorLimit.of(opened), facts);
    }

    private Optional<CategoryItem> category() {
        return facts.router().categoryOf(matter).flatMap(facts.directory()::category);
    }

    /** A rule's word goes before the category's; what is never looked at first is not looked at by order either. */
    private boolean asksForALook(CategoryItem category, Route route) {
        return Objects.requireNonNullElse(route.orders().confirmFirst(), category.confirmFirst())
                && FieldWork.isConfirmedFirst(matter, category.itemKind());
    }

    /** 现场解决, 简易程序: filed and completed in one report, called back by sample. */
    private List<CaseEvent> settledOnSpot(Opened opened, OnSpotSettlement settled) {
        CaseEvent done = new CaseEvent.SettledOnSpot(settled.text(), settled.attachmentIds());
        Case after = Case.open(report.reportId(), opened, facts.now()).apply(done, facts.now());
        if (category().filter(CategoryItem::rewardsCritics).isPresent()) {
            return List.of(done, Criticisms.revisitLater(facts));
        }
        CaseEvent last = isSampled()
                ? Waiting.forCallbackOrClosed(after, null, true, CaseEvent.CloseReason.UNCONFIRMED, facts)
                : new CaseEvent.Closed(CaseEvent.CloseReason.UNCONFIRMED, null, true);
        return List.of(done, last);
    }

    /** By the id's checksum, so that a replay samples the same ones. */
    private boolean isSampled() {
        CRC32 checksum = new CRC32();
        checksum.update(report.reportId().getBytes(StandardCharsets.UTF_8));
        return checksum.getValue() % 100 < facts.policy().onSpotCallbackPercent();
    }

    /** A code that the table does not know says nothing to the readers of the case; the report keeps it. */
    private @Nullable String knownCategory() {
        return facts.router()
                .categoryOf(matter)
                .filter(category -> facts.directory().category(category).isPresent())
                .orElse(null);
    }

    /** Only an order's: elsewhere the reporter himself would say how fast he is served. */
    private ReportEvent.@Nullable Source superiorsOrder() {
        ReportEvent.Circumstances circumstances = report.circumstances();
        return report.channel() != Channel.SUPERIOR_ORDER || circumstances == null ? null : circumstances.source();
    }

    private Opened opened(String caseNumber) {
        ReportEvent.Source order = superiorsOrder();
        return new Opened(
                report.reportId(),
                report.trackingNumber(),
                caseNumber,
                report.channel(),
                report.nature(),
                knownCategory(),
                report.text(),
                report.location(),
                report.gridCode(),
                facts.router().territoryOf(matter),
                report.urgency(),
                report.firstReceiver(),
                report.residentId(),
                report.receivedAt(),
                report.assetId(),
                facts.versions(),
                order == null ? null : order.answerBy(),
                order == null ? null : order.reference());
    }
}

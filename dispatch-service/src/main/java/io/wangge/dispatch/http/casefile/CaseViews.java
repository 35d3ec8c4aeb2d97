package io.wangge.dispatch.http.casefile;

import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.casefile.TableVersions;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.Case.Closing;
import io.wangge.dispatch.casefile.CasePolicy;
import io.wangge.dispatch.casefile.Proceedings.HardCase;
import io.wangge.dispatch.casefile.SuperiorLimit;
import io.wangge.dispatch.casefile.Visibility;
import io.wangge.dispatch.clock.Deadline;
import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.clock.LimitUnit;
import io.wangge.dispatch.clock.Remaining;
import io.wangge.dispatch.http.casefile.CaseView.AssetView;
import io.wangge.dispatch.http.casefile.CaseView.CategoryView;
import io.wangge.dispatch.http.casefile.CaseView.HardCaseView;
import io.wangge.dispatch.http.casefile.CaseView.HoldView;
import io.wangge.dispatch.http.casefile.CaseView.RouteView;
import io.wangge.dispatch.http.casefile.CaseView.SuperiorLimitView;
import io.wangge.dispatch.http.casefile.CaseView.UnitView;
import io.wangge.dispatch.http.casefile.CaseView.VersionsView;
import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.reference.ReferenceData;
import io.wangge.dispatch.routing.Rule;
import io.wangge.kit.store.Stored;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Shows cases with the names of today's directory. */
final class CaseViews {
    private final ReferenceData referenceData;
    private final InstantSource clock;

    CaseViews(ReferenceData referenceData, InstantSource clock) {
        this.referenceData = referenceData;
        this.clock = clock;
    }

    CaseView of(Stored<Case> stored, Caller caller) {
        return of(stored, caller, null);
    }

    /** @param commandId whose seq is shown */
    CaseView of(Stored<Case> stored, Caller caller, @Nullable String commandId) {
        Reference reference = referenceData.current();
        Case theCase = stored.value();
        Deadline due = theCase.due();
        Closing closing = theCase.closing();
        Hold hold = theCase.hold();
        boolean reporterShown = Visibility.knowsReporter(theCase, caller);
        return new CaseView(
                theCase.id(),
                theCase.opened().caseNumber(),
                theCase.opened().trackingNumber(),
                theCase.state().name(),
                StateNames.zh(theCase.state()),
                StateNames.en(theCase.state()),
                stored.version(),
                commandId == null ? null : seqOf(stored.producedBy(commandId)),
                category(theCase.category(), reference.directory()),
                theCase.opened().text().value(),
                theCase.opened().location(),
                theCase.opened().gridCode(),
                theCase.opened().territoryPath(),
                theCase.urgency(),
                theCase.opened().channel(),
                theCase.opened().nature(),
                theCase.summary().level(),
                unit(theCase.holderPath(), reference.directory()),
                hold == null ? null : hold(hold),
                route(theCase.reason(), reference),
                theCase.nextDueAt(),
                remaining(theCase, reference),
                due == null ? null : due.at(),
                due != null && due.provisional(),
                superiorLimit(theCase),
                overdue(theCase),
                theCase.settledOnSpot(),
                theCase.roundId(),
                theCase.counts().reworks(),
                theCase.counts().returns(),
                theCase.opened().receivedAt(),
                theCase.openedAt(),
                closing == null ? null : closing.at(),
                closing == null || closing.reason() == null
                        ? null
                        : closing.reason().name(),
                closing == null ? null : closing.grade(),
                closing == null ? null : closing.onTime(),
                reporterShown ? theCase.opened().firstReceiver() : null,
                reporterShown ? theCase.opened().residentId() : null,
                asset(theCase.opened().assetId(), reference),
                hardCase(theCase, reference.directory()),
                ProceedingsView.of(
                        theCase,
                        reference.directory(),
                        path -> path.isEmpty() ? null : unit(path, reference.directory())),
                theCase.basis().orders(),
                versions(theCase));
    }

    private static @Nullable SuperiorLimitView superiorLimit(Case theCase) {
        List<SuperiorLimit.Ordered> orders = SuperiorLimit.orders(theCase);
        return orders.isEmpty()
                ? null
                : new SuperiorLimitView(orders.getFirst().answerBy(), SuperiorLimit.decides(theCase), orders);
    }

    private static @Nullable VersionsView versions(Case theCase) {
        TableVersions opened = theCase.opened().versions();
        return opened == null ? null : new VersionsView(opened, theCase.basis().dispatched());
    }

    private static @Nullable AssetView asset(@Nullable String id, Reference reference) {
        if (id == null) {
            return null;
        }
        return reference
                .assets()
                .find(id)
                .map(asset -> new AssetView(
                        id,
                        true,
                        asset.category(),
                        asset.nameZh(),
                        asset.point(),
                        reference
                                .directory()
                                .unit(asset.ownerId())
                                .map(owner -> unit(owner.path(), reference.directory()))
                                .orElse(null)))
                .orElseGet(() -> new AssetView(id, false, null, null, null, null));
    }

    private static @Nullable HardCaseView hardCase(Case theCase, Directory directory) {
        HardCase hardCase = theCase.proceedings().hardCase();
        if (hardCase == null) {
            return theCase.cameBackOften() && !theCase.state().isOver()
                    ? new HardCaseView(true, null, null, null, null, null)
                    : null;
        }
        return new HardCaseView(
                false,
                hardCase.leaderId(),
                directory.caller(hardCase.leaderId()).map(Caller::name).orElse(null),
                hardCase.unitPath().getLast(),
                hardCase.cause(),
                hardCase.since());
    }

    private static @Nullable Long seqOf(OptionalLong seq) {
        return seq.isPresent() ? seq.getAsLong() : null;
    }

    private boolean overdue(Case theCase) {
        Instant lateFrom = theCase.lateFrom();
        return lateFrom != null && clock.instant().isAfter(lateFrom);
    }

    /**
     * By the holder's calendar. The limit's unit is that of the tables in force, under the rule's orders, as a case does not
     * store what its clocks count in.
     */
    private @Nullable RemainingView remaining(Case theCase, Reference reference) {
        Instant due = theCase.nextDueAt();
        return due == null
                ? null
                : RemainingView.of(Remaining.of(
                        clock.instant(),
                        due,
                        unitOfLimit(theCase, reference),
                        reference.calendar().of(theCase.holderPath())));
    }

    private static LimitUnit unitOfLimit(Case theCase, Reference reference) {
        String code = theCase.category();
        Optional<CategoryItem> category = code == null
                ? Optional.empty()
                : reference.directory().category(code).map(theCase.basis()::on);
        CasePolicy.Waits waits = reference.policy().limits();
        return switch (theCase.state()) {
            case PENDING_ACCEPTANCE ->
                category.map(item -> Limit.of(item.acceptance()).unit()).orElse(LimitUnit.WORK_HOUR);
            case IN_PROGRESS ->
                category.map(item -> Limit.of(item.handling()).unit()).orElse(LimitUnit.WORK_HOUR);
            case PENDING_CONFIRMATION -> Limit.of(waits.confirmation()).unit();
            case PENDING_CALLBACK -> Limit.of(waits.callback()).unit();
            case PENDING_CHECK -> Limit.of(waits.check()).unit();
            case PENDING_DECISION -> Limit.of(waits.decision()).unit();
            default -> LimitUnit.EMERGENCY_HOUR;
        };
    }

    private static @Nullable CategoryView category(@Nullable String code, Directory directory) {
        if (code == null) {
            return null;
        }
        return directory
                .category(code)
                .map(item -> new CategoryView(
                        code, item.classZh(), item.subclassZh(), item.classEn(), item.subclassEn(), item.scale()))
                .orElseGet(() -> new CategoryView(code, "", "", "", "", ""));
    }

    private static UnitView unit(List<String> path, Directory directory) {
        String id = path.getLast();
        return directory
                .unit(id)
                .map(unit -> new UnitView(id, unit.nameZh(), unit.nameEn(), unit.level(), path))
                .orElseGet(() -> new UnitView(id, id, id, "", path));
    }

    private static HoldView hold(Hold hold) {
        return new HoldView(
                hold.number(), hold.startedAt(), hold.acceptanceDueAt(), hold.handlingDueAt(), hold.provisional());
    }

    private static @Nullable RouteView route(@Nullable RouteReason reason, Reference reference) {
        if (reason == null) {
            return null;
        }
        String title = reference.ruleBook().rules().stream()
                .filter(rule -> rule.id().equals(reason.ruleId()))
                .map(Rule::title)
                .findFirst()
                .orElse(null);
        return new RouteView(reason.code(), reason.ruleId(), title, reason.ruleBookVersion());
    }
}

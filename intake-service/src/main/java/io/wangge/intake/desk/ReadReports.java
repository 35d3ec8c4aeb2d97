package io.wangge.intake.desk;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.Role;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.place.Territory;
import io.wangge.intake.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads reports: one's own, and those on ground that a role of the caller reaches. Others do not exist for the caller. */
public final class ReadReports {
    /** One screen of a phone, several of them fetched ahead. */
    public static final int PAGE = 50;

    private static final List<Role> CONFIDANTS =
            List.of(Role.DISPATCHER, Role.CALLBACK_CLERK, Role.INSPECTOR, Role.AUDITOR);

    private final Reports reports;
    private final Supplier<Directory> directory;

    public ReadReports(Reports reports, Supplier<Directory> directory) {
        this.reports = reports;
        this.directory = directory;
    }

    /**
     * One page, newest first.
     *
     * @param next where the next page begins; null on the last
     */
    public record Page(List<Report> reports, @Nullable PagePlace next) {}

    /** @param untilCaseIsKnown how long to wait for dispatch to have opened its case; zero gives what there is */
    public Optional<Report> find(Caller caller, String reportId, Duration untilCaseIsKnown) {
        Optional<Report> found = reports.find(reportId).filter(report -> mayRead(caller, report));
        boolean complete = found.flatMap(Report::caseStanding).isPresent();
        return found.isEmpty() || complete || untilCaseIsKnown.isZero()
                ? found
                : reports.findWithCase(reportId, untilCaseIsKnown);
    }

    public Page reportedBy(Caller caller, @Nullable PagePlace after) {
        return page(reports.reportedBy(caller.staffId(), after, PAGE + 1));
    }

    /** One's own that are new, or whose case moved, since that moment. */
    public Page changedSince(Caller caller, Instant since, @Nullable PagePlace after) {
        return page(reports.changedSince(caller.staffId(), since, after, PAGE + 1));
    }

    private static Page page(List<Report> found) {
        return found.size() <= PAGE
                ? new Page(found, null)
                : new Page(found.subList(0, PAGE), PagePlace.of(found.get(PAGE - 1)));
    }

    /** 举报: the reporter, and who took it in, are hidden from whoever has to settle the matter (domain.md, Report). */
    public boolean knowsReporter(Caller caller, Report report) {
        Received received = report.received();
        return received.nature() != Nature.TIP_OFF
                || report.reporterId().equals(caller.staffId())
                || CONFIDANTS.stream()
                        .anyMatch(role -> caller.covers(role, Territory.pathOf(received.gridCode(), directory.get())));
    }

    /** One's own, on ground that a role reaches, or a case that one's unit holds or held. */
    public boolean mayRead(Caller caller, Report report) {
        return report.reporterId().equals(caller.staffId())
                || caller.coversAny(Territory.pathOf(report.received().gridCode(), directory.get()))
                || report.caseStanding()
                        .map(standing -> caller.coversAny(standing.reach()))
                        .orElse(false);
    }
}

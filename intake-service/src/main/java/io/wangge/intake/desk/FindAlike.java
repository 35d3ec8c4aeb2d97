package io.wangge.intake.desk;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.alike.Dismissals;
import io.wangge.intake.alike.Likeness;
import io.wangge.intake.alike.Matter;
import io.wangge.intake.alike.NearbyReports;
import io.wangge.intake.alike.Rule;
import io.wangge.intake.place.Cells;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/** Proposes what was reported already, before it is reported again. Asked for; costs nothing otherwise. */
public final class FindAlike {
    /** So many of a place and subclass within a day are a flood: its latest ones tell as much. */
    static final int LOOKED_AT = 100;

    private static final int SHOWN = 10;

    private final NearbyReports reports;
    private final Dismissals dismissals;
    private final ReadReports reading;
    private final Rule rule;
    private final ToDoubleBiFunction<String, String> wording;
    private final Function<String, List<String>> likelyCategories;
    private final InstantSource clock;

    /**
     * @param wording how much two texts say the same, 0 to 1
     * @param likelyCategories that a text without one may be of, a few
     */
    public FindAlike(
            NearbyReports reports,
            Dismissals dismissals,
            ReadReports reading,
            Rule rule,
            ToDoubleBiFunction<String, String> wording,
            Function<String, List<String>> likelyCategories,
            InstantSource clock) {
        this.reports = reports;
        this.dismissals = dismissals;
        this.reading = reading;
        this.rule = rule;
        this.wording = wording;
        this.likelyCategories = likelyCategories;
        this.clock = clock;
    }

    public Rule rule() {
        return rule;
    }

    public record Proposal(Report report, Likeness likeness) {}

    /** What is open, not dismissed, and for the caller to know of: the most alike first. */
    public List<Proposal> to(Caller caller, Matter matter) {
        List<String> cells = cellsOf(matter);
        if (cells.isEmpty()) {
            return List.of();
        }
        Collection<String> categories =
                matter.category() == null ? likelyCategories.apply(matter.text()) : List.of(matter.category());
        Instant since = matter.at().minus(rule.within());
        List<Proposal> alike = reports.in(cells, categories, since, LOOKED_AT).stream()
                .filter(report -> isOpen(report) && mayHear(caller, report))
                .flatMap(report -> Likeness.of(matter, Matter.of(report.received()), rule, wording).stream()
                        .map(likeness -> new Proposal(report, likeness)))
                .sorted(Comparator.comparing(Proposal::likeness, Likeness.NEAREST_FIRST))
                .toList();
        if (alike.isEmpty()) {
            return alike;
        }
        Set<String> dismissed = dismissals.among(
                caller.staffId(),
                matter.id(),
                alike.stream().map(proposal -> proposal.report().id()).toList());
        return alike.stream()
                .filter(proposal -> !dismissed.contains(proposal.report().id()))
                .limit(SHOWN)
                .toList();
    }

    private List<String> cellsOf(Matter matter) {
        if (matter.location() != null) {
            return Cells.around(matter.location(), rule.metres());
        }
        String cell = Cells.of(null, matter.gridCode());
        return cell == null ? List.of() : List.of(cell);
    }

    private static boolean isOpen(Report report) {
        return !report.caseStanding()
                .map(CaseStanding::state)
                .map(state -> state.isOver())
                .orElse(false);
    }

    /** Anybody may report anywhere, so anybody is told what was; but of a tip-off (举报) only those who may read it. */
    private boolean mayHear(Caller caller, Report report) {
        Received received = report.received();
        return received.nature() != Nature.TIP_OFF || reading.mayRead(caller, report);
    }

    /** 不是同一件: this caller is not asked about this pair again. */
    public Optional<Refused> dismiss(Caller caller, String reportId, String otherId) {
        if (caller.grants().isEmpty()) {
            return Optional.of(Refused.of("not-allowed"));
        }
        if (!reportId.equals(otherId)) {
            dismissals.dismiss(caller.staffId(), reportId, otherId, clock.instant());
        }
        return Optional.empty();
    }
}

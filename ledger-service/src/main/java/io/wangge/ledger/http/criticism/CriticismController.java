package io.wangge.ledger.http.criticism;

import io.wangge.contracts.directory.Caller;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.criticism.Award;
import io.wangge.ledger.criticism.CriticismList;
import io.wangge.ledger.criticism.CriticismList.Line;
import io.wangge.ledger.criticism.Rhythm;
import io.wangge.ledger.criticism.Sanction;
import io.wangge.ledger.desk.Discretion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 有奖批评 of a month with their answers, revisits, awards and sanctions, and what the month asks for next. */
@RestController
@RequestMapping("/api/v1/ledger/criticisms")
class CriticismController {
    /** A month of a district has tens of them. */
    private static final int MOST = 500;

    private final CriticismList criticisms;
    private final InstantSource clock;
    private final ZoneId zone;

    CriticismController(CriticismList criticisms, InstantSource clock, ZoneId zone) {
        this.criticisms = criticisms;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param next what is to be done next in the month; absent in a month that is not this one */
    record RhythmView(
            LocalDate collectFrom,
            LocalDate collectUntil,
            LocalDate sortUntil,
            LocalDate consultOn,
            @Nullable NextView next) {}

    record NextView(String step, String zh, String en, LocalDate dueOn, boolean overdue) {}

    record LineView(
            String caseId,
            String caseNumber,
            String state,
            List<String> holderPath,
            Instant registeredAt,
            @Nullable Instant replyDueAt,
            @Nullable Instant repliedAt,
            boolean replyOverdue,
            @Nullable Instant revisitAt,
            List<AwardView> awards,
            List<SanctionView> sanctions) {}

    record MonthView(String month, RhythmView rhythm, List<LineView> items) {}

    record RecordsView(List<AwardView> awards, List<SanctionView> sanctions) {}

    @GetMapping
    MonthView month(Caller caller, @RequestParam(required = false) @Nullable String month) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        YearMonth of = month == null ? YearMonth.from(today) : monthOf(month);
        List<Line> lines = criticisms.of(of, caller.units(), MOST);
        Set<String> cases = lines.stream().map(Line::caseId).collect(Collectors.toSet());
        Map<String, List<Award>> awards = criticisms.awardsOf(cases).stream()
                .collect(Collectors.groupingBy(award -> String.valueOf(award.caseId())));
        Map<String, List<Sanction>> sanctions =
                criticisms.sanctionsOf(cases).stream().collect(Collectors.groupingBy(Sanction::caseId));
        return new MonthView(
                of.toString(),
                rhythm(of, today),
                lines.stream()
                        .map(line -> view(
                                caller,
                                line,
                                awards.getOrDefault(line.caseId(), List.of()),
                                sanctions.getOrDefault(line.caseId(), List.of()),
                                now))
                        .toList());
    }

    @GetMapping("/{caseId}")
    RecordsView one(Caller caller, @PathVariable String caseId) {
        if (criticisms.scopeOf(caseId).filter(caller::coversAny).isEmpty()) {
            throw new ProblemException(404, ProblemCodes.NOT_FOUND);
        }
        return new RecordsView(
                awards(caller, criticisms.awardsOf(Set.of(caseId))), sanctions(criticisms.sanctionsOf(Set.of(caseId))));
    }

    private static YearMonth monthOf(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid("month", "bad-format");
        }
    }

    private static RhythmView rhythm(YearMonth month, LocalDate today) {
        Rhythm rhythm = Rhythm.of(month);
        return new RhythmView(
                rhythm.collectFrom(),
                rhythm.collectUntil(),
                rhythm.sortUntil(),
                rhythm.consultOn(),
                month.equals(YearMonth.from(today)) ? next(rhythm.step(today), today) : null);
    }

    private static NextView next(Rhythm.Step step, LocalDate today) {
        String zh = switch (step.what()) {
            case "COLLECT" -> "收集批评意见";
            case "SORT" -> "梳理分类";
            default -> "集中会商";
        };
        String en = switch (step.what()) {
            case "COLLECT" -> "Collect";
            case "SORT" -> "Sort";
            default -> "Consult";
        };
        return new NextView(step.what(), zh, en, step.dueOn(), today.isAfter(step.dueOn()));
    }

    private static LineView view(Caller caller, Line line, List<Award> awards, List<Sanction> sanctions, Instant now) {
        Instant due = line.replyDueAt();
        return new LineView(
                line.caseId(),
                line.caseNumber(),
                line.state(),
                line.holderPath(),
                line.registeredAt(),
                due,
                line.repliedAt(),
                due != null && (line.repliedAt() == null ? now : line.repliedAt()).isAfter(due),
                line.revisitAt(),
                awards(caller, awards),
                sanctions(sanctions));
    }

    private static List<AwardView> awards(Caller caller, List<Award> awards) {
        return awards.stream()
                .map(award -> AwardView.of(award, Discretion.isConfidant(caller, award.scopeUnits())))
                .toList();
    }

    private static List<SanctionView> sanctions(List<Sanction> sanctions) {
        return sanctions.stream().map(SanctionView::of).toList();
    }
}

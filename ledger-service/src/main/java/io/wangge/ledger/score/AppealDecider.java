package io.wangge.ledger.score;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.FigureFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of appeals. Each answers with a refusal, or with nothing when it has no objection. */
final class AppealDecider {
    private AppealDecider() {}

    /** Only what is overdue can be appealed. */
    static Optional<Refused> isOverdue(FigureFacts facts, String unitId, Instant now) {
        return Overdue.of(facts, unitId, now) ? Optional.empty() : Optional.of(Refused.of("case-not-overdue"));
    }

    /** The time for it is data of the formula: so many days after the month's end. */
    static Optional<Refused> isInTime(YearMonth month, int appealDays, Instant now) {
        LocalDate last = month.atEndOfMonth().plusDays(appealDays);
        return Days.dayOf(now).isAfter(last)
                ? Optional.of(new Refused("appeal-too-late", Map.of("until", last.toString())))
                : Optional.empty();
    }

    /** An inspector of a unit above decides, and nobody in their own cause. */
    static Optional<Refused> isAnothersCause(Appeal appeal, Caller caller) {
        Set<String> inspected = caller.unitsOf(Role.INSPECTOR);
        List<String> above = appeal.unitPath().subList(0, appeal.unitPath().size() - 1);
        return caller.staffId().equals(appeal.by().id()) || above.stream().noneMatch(inspected::contains)
                ? Optional.of(Refused.of("appeal-own-unit"))
                : Optional.empty();
    }

    /** Once. */
    static Optional<Refused> isOpen(Appeal appeal) {
        return appeal.ruling() == null ? Optional.empty() : Optional.of(Refused.of("appeal-decided"));
    }
}

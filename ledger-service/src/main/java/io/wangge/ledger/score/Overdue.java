package io.wangge.ledger.score;

import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.FigureFacts;
import io.wangge.ledger.figures.FigureFacts.Closing;
import io.wangge.ledger.figures.HoldFact;
import io.wangge.ledger.figures.Measure;
import io.wangge.ledger.figures.Period;
import io.wangge.ledger.figures.Tally;
import java.time.Instant;
import java.time.YearMonth;

/**
 * An overdue as figures count it, and what it takes to count it no longer. The case stays what it is, in all figures; only
 * a score is worked out as if
 * <ul>
 *   <li>what was closed late had been closed on time,
 *   <li>what was still open at the month's end had not been due yet,
 *   <li>holds that ended late had not.
 * </ul>
 */
final class Overdue {
    private Overdue() {}

    static boolean of(FigureFacts facts, String unit, Instant now) {
        return facts.counted()
                && (facts.units().contains(unit) && ofCase(facts, now)
                        || facts.holds().stream().anyMatch(hold -> late(hold, unit)));
    }

    private static boolean ofCase(FigureFacts facts, Instant now) {
        Closing closing = facts.closing();
        Instant due = facts.standing().dueAt();
        return closing == null
                ? due != null && due.isBefore(now)
                : !closing.onTime()
                        // Done in time, but at the month's end it still waited for its closing.
                        || facts.lateClosingDay() > Days.number(month(facts).atEndOfMonth());
    }

    private static boolean late(HoldFact hold, String unit) {
        return hold.late() && hold.unitPath().contains(unit);
    }

    /** As which the case counts. */
    static YearMonth month(FigureFacts facts) {
        return YearMonth.from(Days.day(facts.countingDay()));
    }

    /** To be added to what was counted for the unit in the period. */
    static void excuse(FigureFacts facts, String unit, Period period, Instant now, Tally tally) {
        if (!facts.counted() || !period.contains(facts.countingDay())) {
            return;
        }
        Closing closing = facts.closing();
        boolean closedInIt = closing != null && facts.lateClosingDay() <= period.last();
        if (facts.units().contains(unit)) {
            if (closing != null && closedInIt) {
                if (!closing.onTime()) {
                    tally.add(Measure.ON_TIME.key(), 1);
                }
            } else if (closing != null || ofCase(facts, now)) {
                tally.add(Measure.DUE.key(), -1);
                tally.add(Measure.OVERDUE_OPEN.key(), -1);
            }
        }
        if (closedInIt) {
            long late = facts.holds().stream().filter(hold -> late(hold, unit)).count();
            tally.add(Measure.HOLDS_LATE.key(), -late);
        }
    }
}

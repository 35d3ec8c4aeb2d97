package io.wangge.ledger.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.report.Channel;
import io.wangge.ledger.figures.History;
import io.wangge.ledger.figures.Period;
import io.wangge.ledger.figures.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverdueTest {
    private static final Period DECEMBER = new Period(LocalDate.of(2016, 12, 1), LocalDate.of(2016, 12, 31));
    private static final Instant LATER = History.time("2017-02-01T12:00");

    @Test
    void whatWasClosedLateCountsAsClosedOnTime() {
        History late =
                held().at("2016-12-20T09:00").completed().at("2016-12-20T10:00").closed("SATISFIED");

        assertThat(Overdue.of(late.facts(), "c1", LATER)).isTrue();
        assertThat(Overdue.month(late.facts())).isEqualTo(YearMonth.of(2016, 12));
        assertThat(excused(late, "c1")).isEqualTo(Map.of("ot", 1L, "hl", -1L));
        assertThat(excused(late, "d")).isEqualTo(Map.of("ot", 1L, "hl", -1L));
    }

    @Test
    void whatWasStillOpenAtTheMonthsEndCountsAsNotYetDue() {
        assertThat(excused(held(), "c1")).isEqualTo(Map.of("du", -1L, "oo", -1L));

        History closedInJanuary = held().at("2017-01-20T09:00").completed().closed("SATISFIED");
        assertThat(excused(closedInJanuary, "c1")).isEqualTo(Map.of("du", -1L, "oo", -1L));
    }

    @Test
    void whatWasInTimeIsNoOverdue() {
        History inTime = held().at("2016-12-10T09:00").completed().closed("SATISFIED");

        assertThat(Overdue.of(inTime.facts(), "c1", LATER)).isFalse();
        assertThat(Overdue.of(held().facts(), "c1", History.time("2016-12-10T12:00")))
                .isFalse();

        History waited = held().at("2016-12-10T09:00")
                .completed()
                .at("2016-12-20T09:00")
                .closed(CloseReason.SATISFIED, "SATISFIED", true);
        assertThat(Overdue.of(waited.facts(), "c1", LATER)).isFalse();
    }

    @Test
    void aUnitThatNeverHadTheCaseHasNoOverdueOfIt() {
        assertThat(Overdue.of(held().facts(), "s2", LATER)).isFalse();
    }

    @Test
    void anotherMonthIsNotTouched() {
        Tally tally = new Tally();

        Overdue.excuse(
                held().facts(), "c1", new Period(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 1, 31)), LATER, tally);

        assertThat(tally.sums()).isEmpty();
    }

    /** Due on 15 December. */
    private static History held() {
        return new History("1")
                .at("2016-12-05T09:00")
                .opened(Channel.GRID_WORKER)
                .dispatched(History.COMMUNITY, "COMMUNITY", "2016-12-15T18:00")
                .accepted();
    }

    private static Map<String, Long> excused(History history, String unit) {
        Tally tally = new Tally();
        Overdue.excuse(history.facts(), unit, DECEMBER, LATER, tally);
        return tally.sums();
    }
}

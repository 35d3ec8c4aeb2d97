package io.wangge.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureFactsTest {
    private static final Period DECEMBER = new Period(LocalDate.of(2016, 12, 1), LocalDate.of(2016, 12, 31));
    private static final Period JANUARY = new Period(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 1, 31));

    @Test
    void aCaseThatIsClosedBeforeItIsDueCountsInThePeriodOfItsClosing() {
        FigureFacts facts = held("2017-01-05T18:00")
                .at("2016-12-30T10:00")
                .completed()
                .closed("SATISFIED")
                .facts();

        assertThat(facts.countingDay()).isEqualTo(20161230);
        assertThat(facts.lateClosingDay()).isZero();
        assertThat(counts(facts, DECEMBER))
                .containsEntry("du", 1L)
                .containsEntry("cl", 1L)
                .containsEntry("ot", 1L);
    }

    @Test
    void aCaseThatIsClosedAfterItsPeriodCountsThereAsDueAndOverdueForEver() {
        FigureFacts facts = held("2016-12-30T18:00")
                .at("2017-01-03T10:00")
                .completed()
                .closed("SATISFIED")
                .facts();

        assertThat(facts.countingDay()).isEqualTo(20161230);
        assertThat(counts(facts, DECEMBER))
                .containsEntry("du", 1L)
                .containsEntry("oo", 1L)
                .doesNotContainKeys("cl", "ot", "st");
        assertThat(counts(facts, JANUARY)).doesNotContainKeys("du", "cl");
        assertThat(counts(facts, new Period(DECEMBER.from(), JANUARY.to())))
                .containsEntry("cl", 1L)
                .doesNotContainKey("oo");
    }

    @Test
    void whatWasDoneInTimeAndWaitedForTheResidentIsOnTimeOnceItIsClosed() {
        FigureFacts facts = held("2016-12-20T18:00")
                .at("2016-12-20T17:00")
                .completed()
                .at("2016-12-22T10:00")
                .closed(CloseReason.SATISFIED, "SATISFIED", true)
                .facts();

        assertThat(facts.countingDay()).isEqualTo(20161220);
        assertThat(counts(facts, DECEMBER)).containsEntry("cl", 1L).containsEntry("ot", 1L);
        assertThat(counts(facts, new Period(DECEMBER.from(), LocalDate.of(2016, 12, 21))))
                .doesNotContainKey("ot");
    }

    @Test
    void aQuestionThatIsAnsweredOnTheSpotIsInTimeAndNeverDue() {
        FigureFacts facts = new History("q")
                .nature(Nature.ENQUIRY)
                .at("2016-12-05T09:00")
                .opened(Channel.HOTLINE)
                .settledOnSpot()
                .closed(CloseReason.UNCONFIRMED, null, true)
                .facts();

        assertThat(counts(facts, DECEMBER)).containsEntry("eo", 1L).doesNotContainKeys("eq", "et", "kq");
    }

    @Test
    void enquiriesAndComplaintsAreCountedApartWhereTheyWereDue() {
        FigureFacts question = held(Nature.ENQUIRY, "2016-12-20T18:00");
        FigureFacts complaint = held(Nature.COMPLAINT, "2016-12-20T18:00");

        assertThat(counts(question, DECEMBER))
                .containsEntry("eq", 1L)
                .containsEntry("et", 1L)
                .doesNotContainKeys("kq", "kt");
        assertThat(counts(complaint, DECEMBER))
                .containsEntry("kq", 1L)
                .containsEntry("kt", 1L)
                .doesNotContainKeys("eq", "et");
    }

    private static FigureFacts held(Nature nature, String due) {
        return new History("n")
                .nature(nature)
                .at("2016-12-05T09:00")
                .opened(Channel.HOTLINE)
                .dispatched(History.COMMUNITY, "COMMUNITY", due)
                .accepted()
                .at("2016-12-19T10:00")
                .completed()
                .closed(CloseReason.SATISFIED, "SATISFIED", true)
                .facts();
    }

    @Test
    void whatIsDueAtMidnightIsDueOnTheDayThatEndsThen() {
        assertThat(held("2017-01-01T00:00").facts().countingDay()).isEqualTo(20161231);
    }

    @Test
    void aReopeningIsCountedOnItsDayAndChangesNoPeriodBefore() {
        History history =
                held("2016-12-20T18:00").at("2016-12-19T10:00").completed().closed("SATISFIED");
        Map<String, Long> before = counts(history.facts(), DECEMBER);

        history.at("2017-01-10T10:00").reopened(History.time("2017-01-15T18:00"));
        history.at("2017-01-20T10:00").completed().closed(CloseReason.DECIDED, "UNSATISFIED");

        assertThat(counts(history.facts(), DECEMBER)).isEqualTo(before);
        assertThat(counts(history.facts(), JANUARY)).isEqualTo(Map.of("ro", 1L));
    }

    @Test
    void aRevisitChangesNoFigureOfWhatStaysClosed() {
        History history = new History("a")
                .at("2016-12-05T09:00")
                .opened(Channel.GRID_WORKER)
                .settledOnSpot()
                .closed(CloseReason.SATISFIED, "SATISFIED");
        FigureFacts closed = history.facts();

        history.at("2017-01-05T09:00").revisited("FAIR");

        assertThat(history.facts()).isEqualTo(closed);
    }

    @Test
    void whatIsSettledOnTheSpotCountsApartFromWhatIsFiled() {
        FigureFacts facts = new History("a")
                .at("2016-12-05T09:00")
                .opened(Channel.GRID_WORKER)
                .settledOnSpot()
                .closed(CloseReason.UNCONFIRMED, null)
                .facts();

        assertThat(counts(facts, DECEMBER)).isEqualTo(Map.of("rp", 1L, "os", 1L));
    }

    @Test
    void whatIsTurnedDownAnnulledOrCarriedByAnotherIsReportedButNeitherFiledNorDue() {
        History turnedDown = opened().confirmationAwaited().notFiled();
        History annulled = held("2016-12-20T18:00").cancelled();
        History carried = held("2016-12-20T18:00").mergedInto("b");
        for (History history : new History[] {turnedDown, annulled, carried}) {
            assertThat(counts(history.facts(), DECEMBER)).isEqualTo(Map.of("rp", 1L));
            assertThat(history.facts().counted()).isFalse();
        }
        assertThat(carried.mergeUndone("b", CaseState.IN_PROGRESS).facts().counted())
                .isTrue();
    }

    @Test
    void aHoldIsMeasuredByTheLimitOfAnOrderThatCameWithAMergedCase() {
        FigureFacts facts = held("2016-12-20T18:00")
                .joined("b", History.time("2016-12-15T18:00"))
                .at("2016-12-16T09:00")
                .completed()
                .closed("FAIR")
                .facts();

        assertThat(facts.holds()).extracting(HoldFact::late).containsExactly(true);
        assertThat(facts.countingDay()).isEqualTo(20161215);
    }

    @Test
    void theOverdueFactOfAHoldStaysOnTheUnitThatHadIt() {
        Instant later = History.time("2016-12-12T18:00");
        FigureFacts facts = held("2016-12-20T18:00")
                .at("2016-12-21T09:00")
                .escalated(History.DEPARTMENT, "STREET", later.plus(Duration.ofDays(20)))
                .accepted()
                .completed()
                .closed("FAIR")
                .facts();

        assertThat(facts.holds()).extracting(HoldFact::late).containsExactly(true, false);
        Rollup rollup = new Rollup();
        Contribution.of(facts).forEach(contribution -> rollup.add(contribution, 1));
        var cell = new Rollup.Cell(Dimension.ALL, facts.lateClosingDay(), "*");
        assertThat(row(rollup, "c1", cell))
                .containsEntry("hl", 1L)
                .containsEntry("ho", 1L)
                .containsEntry("cl", 1L);
        assertThat(row(rollup, "s1-env", cell)).containsEntry("ho", 1L).doesNotContainKey("hl");
        assertThat(row(rollup, "s1", cell))
                .containsEntry("ho", 2L)
                .containsEntry("hl", 1L)
                .containsEntry("cl", 1L);
    }

    @Test
    void aReturnAnExtensionAMoveUpAndARework() {
        FigureFacts facts = held("2016-12-20T18:00")
                .returned()
                .dispatched(History.COMMUNITY, "COMMUNITY", "2016-12-20T18:00")
                .accepted()
                .extended(History.time("2016-12-22T18:00"))
                .escalated(History.STREET, "STREET", History.time("2016-12-22T18:00"))
                .accepted()
                .completed()
                .reworked(History.time("2016-12-22T18:00"))
                .completed()
                .closed("VERY_SATISFIED")
                .facts();

        assertThat(counts(facts, DECEMBER))
                .containsEntry("rt", 1L)
                .containsEntry("ex", 1L)
                .containsEntry("es", 1L)
                .containsEntry("rw", 1L)
                .containsEntry("as", 1L)
                .containsEntry("st", 1L)
                .containsEntry("g:VERY_SATISFIED", 1L)
                .containsEntry("rs", 1L);
    }

    @Test
    void theHistogramLiesWithinFivePercent() {
        Tally tally = new Tally();
        Instant start = Instant.EPOCH;
        for (int minutes = 1; minutes <= 1000; minutes++) {
            tally.add(TimeSpan.HOLD.bucketOf(start, start.plus(Duration.ofMinutes(minutes))), 1);
        }
        assertThat(tally.percentile(TimeSpan.HOLD, 0.5).orElseThrow() / 60.0).isBetween(500 * 0.95, 500 * 1.05);
        assertThat(tally.percentile(TimeSpan.HOLD, 0.9).orElseThrow() / 60.0).isBetween(900 * 0.95, 900 * 1.05);
    }

    private static Map<String, Long> row(Rollup rollup, String unit, Rollup.Cell cell) {
        return Packing.OF_CLOSED_CASES.unpacked(rollup.rows()
                .get(new Rollup.Row(20161220, unit, Rollup.Part.CASES))
                .get(cell));
    }

    private static History opened() {
        return new History("a").at("2016-12-05T09:00").opened(Channel.HOTLINE);
    }

    private static History held(String due) {
        return opened().dispatched(History.COMMUNITY, "COMMUNITY", due)
                .at("2016-12-05T09:30")
                .accepted();
    }

    private static Map<String, Long> counts(FigureFacts facts, Period period) {
        Tally tally = new Tally();
        Contribution.of(facts).stream()
                .filter(contribution -> contribution.units().contains("c1") && period.contains(contribution.day()))
                .forEach(contribution -> tally.add(period, contribution.lateClosing(), contribution.counts(), 1));
        return tally.sums();
    }
}

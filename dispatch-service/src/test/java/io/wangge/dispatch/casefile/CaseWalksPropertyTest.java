package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.Story.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.CaseCommand.ByStaff;
import io.wangge.dispatch.casefile.CaseCommand.CallbackAnswered;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whatever people do, in whatever order: the promises of the domain hold after every step. */
class CaseWalksPropertyTest {
    /** May do everything everywhere: what is refused to him is refused by the rules of the case. */
    private static final Caller EVERYBODY = new Caller(
            "everybody",
            "everybody",
            Stream.of(Role.values()).map(role -> new Grant(role, List.of("d"))).toList());

    private static final List<String> UNITS = List.of("d", "d-env", "d-works", "s", "s-env", "c", "g1", "g2", "nobody");

    /** @param minutes that pass before it */
    record Step(int minutes, CaseCommand command) {}

    @Provide
    Arbitrary<String> categories() {
        return Arbitraries.of("0102", "0103", "0104", "0401", "0602", "0603", "0901", "1301", "1503", "7777");
    }

    @Provide
    Arbitrary<List<Step>> walks() {
        Arbitrary<Integer> minutes = Arbitraries.of(0, 5, 55, 60, 61, 600, 4000);
        return Combinators.combine(minutes, commands())
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    private static Arbitrary<CaseCommand> commands() {
        Arbitrary<String> units = Arbitraries.of(UNITS);
        // Weighed so that many walks get to the callback and behind it.
        Arbitrary<StaffCommand> staff = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(new StaffCommand.Accept())),
                Tuple.of(6, Arbitraries.of(new StaffCommand.Complete(text("办好"), List.of()))),
                Tuple.of(2, Arbitraries.of(new StaffCommand.Escalate("办不了", text("试过")))),
                Tuple.of(1, Arbitraries.of(new StaffCommand.Return("不属"), new StaffCommand.Comment(text("记一笔")))),
                Tuple.of(1, Arbitraries.of(new StaffCommand.Decide(CaseEvent.Decision.REWORK, "返工"))),
                Tuple.of(1, Arbitraries.of(new StaffCommand.Decide(CaseEvent.Decision.CLOSE, "准予结案"))),
                Tuple.of(1, units.map(unit -> new StaffCommand.HandDown(unit, "就近"))),
                Tuple.of(1, units.map(unit -> new StaffCommand.Dispatch(unit, null))),
                Tuple.of(1, units.map(unit -> new StaffCommand.Dispatch(unit, "0103"))));
        Arbitrary<CaseCommand> byStaff = staff.map(command -> new ByStaff(EVERYBODY, command));
        Arbitrary<CaseCommand> answers = Combinators.combine(
                        Arbitraries.of(1, 1, 2, 3, 4),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Grade.class),
                        Arbitraries.of(true, false).injectNull(0.2))
                .as((round, reached, settled, grade, fault) -> new CallbackAnswered(
                        "report-1." + round, reached, reached ? settled : null, reached ? grade : null, fault));
        return Arbitraries.frequencyOf(Tuple.of(3, byStaff), Tuple.of(1, answers));
    }

    @Property(tries = 400)
    void no_walk_closes_an_unsatisfied_case_loses_a_clock_or_leaves_the_ladder(
            @ForAll("categories") String category, @ForAll("walks") List<Step> walk) {
        Story story = Story.of(category, "code-g1");
        for (Step step : walk) {
            Case before = story.theCase();
            int told = story.events().size();
            story.after(Duration.ofMinutes(step.minutes())).decide(step.command());
            List<CaseEvent> news = story.events().subList(told, story.events().size());

            everyOpenCaseHasAClock(story.theCase());
            theDueTimeStays(before, story.theCase());
            aUnitsClockIsNotReset(before, story.theCase());
            unsatisfiedIsNotClosed(step.command(), news);
            closedStaysClosed(before, story.theCase());
            theLadderIsClimbedStepByStep(news);
            assertThat(story.theCase().lastEventAt()).isAfterOrEqualTo(before.lastEventAt());
            assertThat(story.theCase().scopeUnits()).containsAll(before.scopeUnits());
        }
        Statistics.label("where the walks ended")
                .collect(story.theCase().state())
                .coverage(ends -> Stream.of(CaseState.values())
                        .forEach(state -> ends.check(state).count(count -> count > 0)));
    }

    private static void everyOpenCaseHasAClock(Case theCase) {
        if (theCase.state() != CaseState.CLOSED) {
            assertThat(theCase.nextDueAt())
                    .as(() -> "clock of " + theCase.state())
                    .isNotNull();
        }
        boolean held = theCase.state() != CaseState.PENDING_DISPATCH;
        assertThat(!held || theCase.hold() != null && theCase.due() != null).isTrue();
        assertThat(theCase.roundId() != null).isEqualTo(theCase.state() == CaseState.PENDING_CALLBACK);
    }

    /** It moves only by extensions, suspensions and justified returns, which are not here yet. */
    private static void theDueTimeStays(Case before, Case after) {
        if (before.due() != null) {
            assertThat(after.due()).isEqualTo(before.due());
        }
    }

    private static void aUnitsClockIsNotReset(Case before, Case after) {
        if (before.hold() != null
                && before.hold().number() == after.presentHold().number()) {
            assertThat(after.hold()).isEqualTo(before.hold());
        }
    }

    /** 整改不满意不得销号. */
    private static void unsatisfiedIsNotClosed(CaseCommand command, List<CaseEvent> news) {
        for (CaseEvent event : news) {
            if (event instanceof CaseEvent.Closed closed && closed.reason() != CloseReason.DECIDED) {
                assertThat(isUnsatisfied(command))
                        .as("%s by %s", closed, command)
                        .isFalse();
            }
        }
    }

    private static boolean isUnsatisfied(CaseCommand command) {
        return command instanceof CallbackAnswered answer
                && answer.reached()
                && (isNot(answer.settled()) || answer.grade() == Grade.UNSATISFIED);
    }

    private static boolean isNot(@Nullable Boolean settled) {
        return !Boolean.TRUE.equals(settled);
    }

    private static void closedStaysClosed(Case before, Case after) {
        if (before.state() == CaseState.CLOSED) {
            assertThat(after.state()).isEqualTo(CaseState.CLOSED);
            assertThat(after.closing()).isEqualTo(before.closing());
        }
    }

    private static void theLadderIsClimbedStepByStep(List<CaseEvent> news) {
        Ladder ladder = SmallDistrict.DIRECTORY.ladder();
        for (CaseEvent event : news) {
            switch (event) {
                case CaseEvent.Escalated up ->
                    assertThat(ladder.above(up.fromLevel()).orElseThrow().code())
                            .isEqualTo(up.hold().level());
                case CaseEvent.HandedDown down ->
                    assertThat(ladder.isBelow(down.hold().level(), down.fromLevel()))
                            .isTrue();
                case CaseEvent.Reworked rework ->
                    assertThat(rework.hold().acceptanceDueAt()).isNull();
                default -> {}
            }
        }
    }

    @Property(tries = 300)
    void nobody_escalates_above_the_ceiling_of_its_scale(
            @ForAll("categories") String category, @ForAll("walks") List<Step> walk) {
        Story story = Story.of(category, "code-g1");
        Ladder ladder = SmallDistrict.DIRECTORY.ladder();
        for (Step step : walk) {
            int told = story.events().size();
            story.after(Duration.ofMinutes(step.minutes())).decide(step.command());
            for (CaseEvent event : story.events().subList(told, story.events().size())) {
                if (event instanceof CaseEvent.Escalated up) {
                    String scale = SmallDistrict.DIRECTORY
                            .category(String.valueOf(story.theCase().category()))
                            .orElseThrow()
                            .scale();
                    assertThat(ladder.isBelow(
                                    ladder.ceilingOf(scale).code(), up.hold().level()))
                            .isFalse();
                }
            }
        }
    }
}

package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.Story.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Ladder;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseEvent.Measure;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.casefile.CaseCommand.ByStaff;
import io.wangge.dispatch.casefile.CaseCommand.CallbackAnswered;
import io.wangge.dispatch.escalation.ClockKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private static final Caller EVERYBODY = everybody("everybody");

    /** May do the same, and is somebody else: whoever did the work does not check it. */
    private static final Caller SOMEBODY_ELSE = everybody("somebody-else");

    /** On duty at the hard-case desk, and otherwise head of an office. */
    private static final Caller DUTY_LEADER = SmallDistrict.staff("handler#duty@s-env", Role.HANDLER, "s-env");

    private static Caller everybody(String id) {
        return new Caller(
                id,
                id,
                Stream.of(Role.values())
                        .map(role -> new Grant(role, List.of("d")))
                        .toList());
    }

    private static final List<String> UNITS = List.of("d", "d-env", "d-works", "s", "s-env", "c", "g1", "g2", "nobody");

    /** @param minutes that pass before it */
    record Step(int minutes, CaseCommand command) {}

    @Provide
    Arbitrary<String> categories() {
        return Arbitraries.of(
                "0102", "0103", "0104", "0105", "0107", "0401", "0602", "0603", "0606", "0901", "0904", "1101", "1102",
                "1301", "1503", "7777");
    }

    @Provide
    Arbitrary<List<Step>> walks() {
        return walks(Arbitraries.of(0, 5, 55, 60, 61, 600, 4000), commands(), 40);
    }

    /** Through the months that a revisit takes, with somebody who answers critics and who says how it is. */
    @Provide
    Arbitrary<List<Step>> longWalks() {
        Caller all = new Caller(
                "all",
                "全部",
                Stream.of(Role.values())
                        .map(role -> new Grant(role, List.of("d")))
                        .toList());
        Caller other = new Caller("other", "另一人", all.grants());
        Arbitrary<StaffCommand> onTheWay = Arbitraries.of(
                new StaffCommand.Dispatch("c", null, true),
                new StaffCommand.Accept(),
                new StaffCommand.AnswerCriticism(text("已约谈")),
                new StaffCommand.Complete(text("办好"), List.of()),
                new StaffCommand.Check(true, text("看过"), List.of()));
        Arbitrary<StaffCommand> beside = Arbitraries.of(
                new StaffCommand.Decide(CaseEvent.Decision.REWORK, "返工"),
                new StaffCommand.Decide(CaseEvent.Decision.CLOSE, "准予结案"),
                new StaffCommand.Cancel("重复"),
                new StaffCommand.ReferOutside("市里", "无关"),
                new StaffCommand.Reopen("复发"));
        Arbitrary<StaffCommand> staff = Arbitraries.frequencyOf(Tuple.of(5, onTheWay), Tuple.of(1, beside));
        Arbitrary<CaseCommand> byStaff =
                Combinators.combine(Arbitraries.of(all, other), staff).as(ByStaff::new);
        return walks(
                Arbitraries.of(0, 5, 60, 50_000),
                Arbitraries.frequencyOf(
                        Tuple.of(6, byStaff),
                        Tuple.of(2, answers()),
                        Tuple.of(2, Arbitraries.of(new CaseCommand.TimeCame()))),
                100);
    }

    private static Arbitrary<List<Step>> walks(
            Arbitrary<Integer> minutes, Arbitrary<CaseCommand> commands, int longest) {
        return Combinators.combine(minutes, commands)
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(longest);
    }

    private static Arbitrary<CaseCommand> commands() {
        Arbitrary<String> units = Arbitraries.of(UNITS);
        // Weighed so that many walks get to the callback and behind it.
        Arbitrary<StaffCommand> staff = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(new StaffCommand.Accept())),
                Tuple.of(6, Arbitraries.of(new StaffCommand.Complete(text("办好"), List.of()))),
                Tuple.of(2, Arbitraries.of(new StaffCommand.Escalate("办不了", text("试过")))),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                new StaffCommand.Return("不属"), new StaffCommand.Comment(text("记一笔"), List.of()))),
                Tuple.of(1, Arbitraries.of(new StaffCommand.Decide(CaseEvent.Decision.REWORK, "返工"))),
                Tuple.of(1, Arbitraries.of(new StaffCommand.Decide(CaseEvent.Decision.CLOSE, "准予结案"))),
                Tuple.of(1, units.map(unit -> new StaffCommand.HandDown(unit, "就近"))),
                Tuple.of(1, units.map(unit -> new StaffCommand.Dispatch(unit, null, null))),
                Tuple.of(1, units.map(unit -> new StaffCommand.Dispatch(unit, "0103", null))),
                Tuple.of(1, units.map(unit -> new StaffCommand.Dispatch(unit, "0105", true))),
                Tuple.of(2, units.map(unit -> new StaffCommand.Dispatch(unit, "0105", false))),
                Tuple.of(2, Arbitraries.of(true, true, false).map(CaseWalksPropertyTest::confirm)),
                Tuple.of(
                        3,
                        Arbitraries.of(true, true, false)
                                .map(passed -> new StaffCommand.Check(passed, text("看过"), List.of()))),
                Tuple.of(2, Arbitraries.of(Measure.class).map(kind -> new StaffCommand.RecordMeasure(kind, text("记")))),
                Tuple.of(2, Arbitraries.of(true, false).map(yes -> new StaffCommand.DecideEscalation(yes, "依规"))),
                Tuple.of(
                        1,
                        Arbitraries.of("STREET", "DISTRICT", "MOON")
                                .map(level -> new StaffCommand.SkipLevel(level, "紧急"))),
                Tuple.of(2, Arbitraries.of(0, 1, 4, 5).map(amount -> new StaffCommand.AskExtension(amount, "配件"))),
                Tuple.of(3, Arbitraries.of(true, true, false).map(yes -> new StaffCommand.DecideExtension(yes, "依规"))),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                new StaffCommand.AskSuspension(
                                        "weather", text("围挡"), SmallDistrict.at("2026-03-09T09:00")),
                                new StaffCommand.AskSuspension(
                                        "mood", text("围挡"), SmallDistrict.at("2026-03-09T09:00")))),
                Tuple.of(2, Arbitraries.of(true, true, false).map(yes -> new StaffCommand.DecideSuspension(yes, "依规"))),
                Tuple.of(1, Arbitraries.of(new StaffCommand.Resume(), new StaffCommand.Cancel("重复"))),
                Tuple.of(1, units.map(unit -> new StaffCommand.NameHelper(unit, "封路", 2))),
                Tuple.of(2, Arbitraries.of(1, 2).map(task -> new StaffCommand.EndTask(task, text("完成")))),
                Tuple.of(
                        1,
                        Arbitraries.of(SupervisionLevel.NORMAL, SupervisionLevel.YELLOW)
                                .map(level -> new StaffCommand.Supervise(level, "督促"))),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                new StaffCommand.ReplyToSupervision(text("已办")),
                                new StaffCommand.NameSponsor("leader", SmallDistrict.at("2026-04-01T09:00")),
                                new StaffCommand.RecordConference(List.of("甲", "乙"), text("结论"), List.of()),
                                new StaffCommand.ReferOutside("市人大", "超出事权"),
                                new StaffCommand.TakeToHardCaseDesk("反复"),
                                new StaffCommand.DismissDuplicate("report-2", "两处"),
                                new StaffCommand.Reopen("复发"))));
        Arbitrary<Caller> people =
                Arbitraries.frequency(Tuple.of(5, EVERYBODY), Tuple.of(3, SOMEBODY_ELSE), Tuple.of(1, DUTY_LEADER));
        Arbitrary<CaseCommand> byStaff = Combinators.combine(people, staff).as(ByStaff::new);
        Arbitrary<CaseCommand> time = Arbitraries.of(new CaseCommand.TimeCame());
        return Arbitraries.frequencyOf(Tuple.of(6, byStaff), Tuple.of(2, answers()), Tuple.of(1, time));
    }

    private static Arbitrary<CaseCommand> answers() {
        return Combinators.combine(
                        Arbitraries.of(1, 1, 2, 3, 4),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Grade.class),
                        Arbitraries.of(true, false).injectNull(0.2))
                .as((round, reached, settled, grade, fault) -> new CallbackAnswered(
                        "report-1." + round, reached, reached ? settled : null, reached ? grade : null, fault));
    }

    private static StaffCommand confirm(boolean filed) {
        return new StaffCommand.Confirm(filed, filed ? null : "没有此事", text("看过"), List.of());
    }

    @Property(tries = 10_000)
    void no_walk_closes_an_unsatisfied_case_loses_a_clock_or_leaves_the_ladder(
            @ForAll("categories") String category, @ForAll boolean fromThePublic, @ForAll("walks") List<Step> walk) {
        Story story = fromThePublic ? Story.of(SmallDistrict.call(category, "code-g1")) : Story.of(category, "code-g1");
        Set<String> fired = new HashSet<>();
        for (Step step : walk) {
            Case before = story.theCase();
            int told = story.events().size();
            story.after(Duration.ofMinutes(step.minutes())).decide(step.command());
            List<CaseEvent> news = story.events().subList(told, story.events().size());

            everyOpenCaseHasAClock(story.theCase());
            if (news.stream().noneMatch(CaseWalksPropertyTest::movesDueTimes)) {
                theDueTimeStays(before, story.theCase());
                aUnitsClockIsNotReset(before, story.theCase());
            }
            unsatisfiedIsNotClosed(step.command(), news);
            whatIsOverStaysOver(before, story.theCase(), news);
            theLadderIsClimbedStepByStep(step.command(), news);
            eachStepFiresOnce(before, news, fired);
            helpersHaveEndedBeforeItIsDone(before, news);
            theDoerDoesNotCheck(before, step.command(), news);
            theDeskHasWhatItsUnitHolds(story.theCase());
            assertThat(story.theCase().lastEventAt()).isAfterOrEqualTo(before.lastEventAt());
            assertThat(story.theCase().scopeUnits()).containsAll(before.scopeUnits());
        }
        Statistics.label("what the walks met")
                .collect(
                        story.events().stream().anyMatch(CaseWalksPropertyTest::isPassedCheck),
                        story.events().stream().anyMatch(CaseEvent.TakenToHardCaseDesk.class::isInstance))
                .coverage(met -> {
                    met.check(true, false).count(count -> count > 0);
                    met.check(false, true).count(count -> count > 0);
                });
        Statistics.label("where the walks ended")
                .collect(story.theCase().state())
                .coverage(ends -> Stream.of(CaseState.values())
                        // 并案 takes two cases.
                        .filter(state -> state != CaseState.MERGED)
                        .forEach(state -> ends.check(state).count(count -> count > 0)));
    }

    @Property(tries = 4_000)
    void no_walk_ends_a_criticism_but_by_a_satisfied_revisit_and_none_revisits_twice(
            @ForAll boolean criticism, @ForAll("longWalks") List<Step> walk) {
        Story story = Story.of(criticism ? "1302" : "0102", "code-g1");
        for (Step step : walk) {
            Case before = story.theCase();
            int told = story.events().size();
            story.after(Duration.ofMinutes(step.minutes())).decide(step.command());
            List<CaseEvent> news = story.events().subList(told, story.events().size());

            everyOpenCaseHasAClock(story.theCase());
            unsatisfiedIsNotClosed(step.command(), news);
            whatIsOverStaysOver(before, story.theCase(), news);
            aCriticismEndsWithASatisfiedRevisitOnly(before, story.theCase(), step.command());
            assertThat(story.theCase().isCriticism()).isEqualTo(criticism);
        }
        long revisits = story.events().stream()
                .filter(CaseEvent.RevisitRequested.class::isInstance)
                .count();
        long closings = story.events().stream()
                .filter(CaseEvent.Closed.class::isInstance)
                .count();
        assertThat(criticism || revisits <= closings).isTrue();
        Statistics.label("what the long walks met")
                .collect(criticism, revisits > 0)
                .coverage(met -> {
                    met.check(true, true).count(count -> count > 0);
                    met.check(false, true).count(count -> count > 0);
                });
        Statistics.label("criticisms that ended")
                .collect(criticism && story.theCase().state() == CaseState.CLOSED)
                .coverage(ended -> ended.check(true).count(count -> count > 0));
    }

    private static boolean isPassedCheck(CaseEvent event) {
        return event instanceof CaseEvent.WorkChecked checked && checked.passed();
    }

    private static boolean movesDueTimes(CaseEvent event) {
        return event instanceof CaseEvent.ExtensionGranted
                || event instanceof CaseEvent.Resumed
                || event instanceof CaseEvent.ReturnJudged;
    }

    private static void everyOpenCaseHasAClock(Case theCase) {
        if (!theCase.state().isOver()) {
            assertThat(theCase.nextDueAt())
                    .as(() -> "clock of " + theCase.state())
                    .isNotNull();
        }
        boolean held = switch (theCase.state()) {
            case PENDING_ACCEPTANCE, IN_PROGRESS, SUSPENDED, PENDING_CHECK, PENDING_CALLBACK, PENDING_DECISION -> true;
            default -> false;
        };
        assertThat(!held || theCase.hold() != null && theCase.due() != null).isTrue();
        boolean asked = theCase.state() == CaseState.PENDING_CALLBACK && !awaitsRevisit(theCase);
        boolean revisited = theCase.state() == CaseState.CLOSED && theCase.roundId() != null;
        assertThat(theCase.roundId() != null).isEqualTo(asked || revisited);
        assertThat(theCase.timers()).isSortedAccordingTo(Comparator.comparing(Timer::at));
        boolean revisitAhead = theCase.timers().stream().allMatch(timer -> timer.clock() == ClockKind.REVISIT);
        assertThat(theCase.state().isOver() && !revisitAhead).isFalse();
    }

    private static boolean awaitsRevisit(Case theCase) {
        return theCase.timers().stream().anyMatch(timer -> timer.clock() == ClockKind.REVISIT);
    }

    /** Up to 100 % once per hold, clock and step; a case waits for a dispatcher or an inspector more than once. */
    private static void eachStepFiresOnce(Case before, List<CaseEvent> news, Set<String> fired) {
        int hold = before.counts().holds();
        for (CaseEvent event : news) {
            if (event instanceof CaseEvent.MovedUpByTime) {
                hold++;
            }
            boolean ofAHold = event instanceof CaseEvent.LimitStepReached step
                    && (step.clock().equals("handling") || step.clock().equals("acceptance"));
            if (ofAHold && event instanceof CaseEvent.LimitStepReached step) {
                assertThat(fired.add(hold + step.clock() + step.percent()))
                        .as("%s in hold %s", step, hold)
                        .isTrue();
            }
        }
    }

    private static void helpersHaveEndedBeforeItIsDone(Case before, List<CaseEvent> news) {
        if (news.stream().anyMatch(CaseEvent.Completed.class::isInstance)) {
            assertThat(before.proceedings().hasOpenTask()).isFalse();
        }
    }

    private static void theDoerDoesNotCheck(Case before, CaseCommand command, List<CaseEvent> news) {
        if (news.stream().anyMatch(CaseEvent.WorkChecked.class::isInstance)) {
            assertThat(command)
                    .isInstanceOfSatisfying(
                            ByStaff.class,
                            by -> assertThat(by.caller().staffId())
                                    .isNotEqualTo(before.proceedings().doerId()));
        }
    }

    private static void theDeskHasWhatItsUnitHolds(Case theCase) {
        if (theCase.proceedings().hardCase() instanceof Proceedings.HardCase hardCase) {
            assertThat(theCase.presentHold().unitPath()).isEqualTo(hardCase.unitPath());
            assertThat(theCase.cameBackOften()).isTrue();
        }
    }

    /** It moves only by extensions, suspensions and justified returns. */
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

    private static void whatIsOverStaysOver(Case before, Case after, List<CaseEvent> news) {
        boolean reopened = news.stream()
                .anyMatch(event -> event instanceof CaseEvent.Reopened || event instanceof CaseEvent.DecisionRequested);
        if (before.state().isOver() && !reopened) {
            assertThat(after.state()).isEqualTo(before.state());
            assertThat(after.closing()).isEqualTo(before.closing());
        }
    }

    /** 有奖批评: nobody's command ends it, and no other word than a satisfied one. */
    private static void aCriticismEndsWithASatisfiedRevisitOnly(Case before, Case after, CaseCommand command) {
        if (before.isCriticism()) {
            assertThat(after.isCriticism()).isTrue();
        }
        if (before.isCriticism() && !before.state().isOver() && after.state().isOver()) {
            assertThat(after.state()).isEqualTo(CaseState.CLOSED);
            assertThat(command)
                    .isInstanceOfSatisfying(
                            CallbackAnswered.class,
                            answer -> assertThat(answer.reached()).isTrue());
            assertThat(isUnsatisfied(command)).isFalse();
        }
    }

    /** One level at a time; to skip one is a leader's act. */
    private static void theLadderIsClimbedStepByStep(CaseCommand command, List<CaseEvent> news) {
        Ladder ladder = SmallDistrict.DIRECTORY.ladder();
        for (CaseEvent event : news) {
            switch (event) {
                case CaseEvent.Escalated up
                when is(command, StaffCommand.SkipLevel.class) ->
                    assertThat(ladder.isBelow(up.fromLevel(), up.hold().level()))
                            .isTrue();
                case CaseEvent.Escalated up ->
                    assertThat(ladder.above(up.fromLevel()).orElseThrow().code())
                            .isEqualTo(up.hold().level());
                case CaseEvent.MovedUpByTime up ->
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

    private static boolean is(CaseCommand command, Class<? extends StaffCommand> kind) {
        return command instanceof ByStaff(Caller caller, StaffCommand what) && kind.isInstance(what);
    }

    @Property(tries = 2_000)
    void above_the_ceiling_of_its_scale_a_leader_lets_it_and_time_does_not(
            @ForAll("categories") String category, @ForAll("walks") List<Step> walk) {
        Story story = Story.of(category, "code-g1");
        Ladder ladder = SmallDistrict.DIRECTORY.ladder();
        for (Step step : walk) {
            int told = story.events().size();
            story.after(Duration.ofMinutes(step.minutes())).decide(step.command());
            boolean byLeader = is(step.command(), StaffCommand.DecideEscalation.class)
                    || is(step.command(), StaffCommand.SkipLevel.class);
            for (CaseEvent event : story.events().subList(told, story.events().size())) {
                Hold hold = switch (event) {
                    case CaseEvent.Escalated up -> up.hold();
                    case CaseEvent.MovedUpByTime up -> up.hold();
                    default -> null;
                };
                if (hold != null && !byLeader) {
                    String scale = SmallDistrict.DIRECTORY
                            .category(String.valueOf(story.theCase().category()))
                            .orElseThrow()
                            .scale();
                    assertThat(ladder.isBelow(ladder.ceilingOf(scale).code(), hold.level()))
                            .isFalse();
                }
            }
        }
    }
}

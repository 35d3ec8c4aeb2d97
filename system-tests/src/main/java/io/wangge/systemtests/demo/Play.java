package io.wangge.systemtests.demo;

import static io.wangge.systemtests.demo.NotAsItShould.unless;

import io.wangge.systemtests.client.Answer;
import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.Command;
import io.wangge.systemtests.client.Outcome;
import io.wangge.systemtests.client.ProblemAnswer;
import io.wangge.systemtests.client.ReportForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Plays one line of the day: everybody who has to do with it does their part, and each step must become what it should. */
final class Play {
    private static final Set<String> END_OF_THE_WAY_UP = Set.of("ceiling-reached", "top-reached");

    /** What visitors find in the lists, with a photo to open. */
    private static final Set<Way> STAYS_OPEN = Set.of(Way.OPEN, Way.WAITING, Way.UNTOUCHED);

    private final People people;
    private final DayReport report;
    private final List<Deed> deeds = new ArrayList<>();

    private Play(People people, DayReport report) {
        this.people = people;
        this.report = report;
    }

    static Played play(People people, DayReport report) {
        Play play = new Play(people, report);
        CaseView end = play.toTheEnd();
        return new Played(report, end, List.copyOf(play.deeds));
    }

    private CaseView toTheEnd() {
        CaseView theCase = opened(reported());
        return switch (report.way()) {
            case CLOSED, DISPATCHED -> closed(satisfied(completed(accepted(dispatched(theCase)))));
            case REWORKED -> closed(satisfied(reworked(completed(accepted(dispatched(theCase))))));
            case DECIDED_REWORK, DECIDED_CLOSE -> decided(completed(accepted(dispatched(theCase))));
            case SECOND_CALL -> closed(satisfied(notReached(completed(accepted(dispatched(theCase))))));
            case NOT_REACHED -> notReached(completed(accepted(dispatched(theCase))));
            case CLIMBED -> closed(satisfied(completed(climbed(dispatched(theCase)))));
            case RETURNED -> closed(satisfied(completed(accepted(dispatched(returned(dispatched(theCase)))))));
            case HANDED_DOWN -> closed(satisfied(completed(accepted(handedDown(accepted(dispatched(theCase)))))));
            case CRITICISED -> rewarded(completed(criticAnswered(accepted(dispatched(theCase)))));
            case FAIR ->
                closed(answered(calledBack(completed(accepted(dispatched(theCase)))), Outcome.satisfied("FAIR")));
            case ON_SPOT -> closed(settled(theCase));
            case WAITING -> expect(theCase, "PENDING_DISPATCH");
            case OPEN -> expect(accepted(dispatched(theCase)), "IN_PROGRESS");
            case UNTOUCHED -> expect(dispatched(theCase), "PENDING_ACCEPTANCE");
        };
    }

    private ReportForm reported() {
        ReportForm form = report.form();
        Answer first = send(form);
        unless(first.status() == 201, "新上报应答 " + first.status(), "a new report was answered with " + first.status());
        did(Deed.REPORTED);
        if (STAYS_OPEN.contains(report.way())) {
            people.named(report.by()).photo(form.id(), UUID.randomUUID().toString(), DrawnPhoto.of(form.id()));
        }
        String grid = first.json().path("gridCode").asString("");
        unless(
                grid.equals(Objects.requireNonNullElse(report.grid(), "")),
                "网格判定为 %s，应为 %s".formatted(grid, report.grid()),
                "the grid was found to be %s".formatted(grid));
        if ("SAME".equals(report.again())) {
            Answer second = send(form);
            unless(
                    second.status() == 200 && second.json().equals(first.json()),
                    "重复上报的答复不同",
                    "the repeat was answered otherwise");
            did(Deed.REPEATED);
        } else if ("OTHER".equals(report.again())) {
            otherWordsAreRefused(form);
        }
        return form;
    }

    private void otherWordsAreRefused(ReportForm form) {
        String words = report.wholeText();
        try {
            send(form.with("text", words + "（另一件事）"));
        } catch (ProblemAnswer refused) {
            unless(refused.status() == 409, "同号异文应答 409", "same id, other content must be a 409");
            form.with("text", words);
            did(Deed.CONFLICTED);
            return;
        }
        throw new NotAsItShould("同号异文被接受了", "other content under the same id was taken");
    }

    private Answer send(ReportForm form) {
        return people.named(report.by()).report(form);
    }

    /** Someone who sees all of the district waits for the case, because nobody knows yet whose it will be. */
    private CaseView opened(ReportForm form) {
        CaseView theCase = confirmed(people.named("dispatcher-1").awaitSeq(form.id(), 2));
        if (theCase.isIn("PENDING_ACCEPTANCE")) {
            did(Deed.RULE_DISPATCHED);
        }
        if (report.expect() != null) {
            expect(theCase, "PENDING_DISPATCH");
            String reason = theCase.json().path("route").path("code").asString("");
            unless(
                    reason.equals(report.expect()),
                    "待派遣原因为 %s，应为 %s".formatted(reason, report.expect()),
                    "it waits for dispatch because of " + reason);
        }
        return theCase;
    }

    /** What the public says of some categories somebody looks at first. */
    private CaseView confirmed(CaseView theCase) {
        if (!theCase.isIn("PENDING_CONFIRMATION")) {
            return theCase;
        }
        did(Deed.CONFIRMED);
        return people.confirmerOf(theCase).command(theCase, Command.confirm("已到现场查看，情况属实。"));
    }

    private CaseView dispatched(CaseView theCase) {
        if (!theCase.isIn("PENDING_DISPATCH")) {
            return theCase;
        }
        String unit = report.unit();
        if (unit == null) {
            throw new NotAsItShould("没有规则派遣它", "no rule has dispatched it: " + theCase.json());
        }
        Command dispatch = theCase.routeCode().equals("returned")
                ? Command.dispatchReturned(unit, report.recategorised(), true)
                : Command.dispatch(unit, report.recategorised());
        CaseView after = people.dispatcherFor(theCase).command(theCase, dispatch);
        did(Deed.PERSON_DISPATCHED);
        return expect(after, "PENDING_ACCEPTANCE");
    }

    private CaseView accepted(CaseView theCase) {
        CaseView after = people.holderOf(theCase).command(theCase, Command.accept());
        did(Deed.ACCEPTED);
        return expect(after, "IN_PROGRESS");
    }

    private CaseView returned(CaseView theCase) {
        CaseView after =
                people.holderOf(theCase).command(theCase, Command.sendBack(Objects.requireNonNull(report.reason())));
        did(Deed.RETURNED);
        return expect(after, "PENDING_DISPATCH");
    }

    /** As high as it may go; then it is settled there. */
    private CaseView climbed(CaseView theCase) {
        CaseView held = accepted(theCase);
        while (true) {
            try {
                CaseView higher =
                        people.holderOf(held).command(held, Command.escalate("本级权限和力量不足，需上级协调", "已现场劝导并联系相关方，问题反复"));
                did(Deed.ESCALATED);
                held = accepted(expect(higher, "PENDING_ACCEPTANCE"));
            } catch (ProblemAnswer refused) {
                if (!END_OF_THE_WAY_UP.contains(refused.code())) {
                    throw refused;
                }
                did(Deed.CEILING);
                return held;
            }
        }
    }

    private CaseView handedDown(CaseView theCase) {
        CaseView after = people.holderOf(theCase)
                .command(
                        theCase,
                        Command.handDown(Objects.requireNonNull(report.to()), Objects.requireNonNull(report.reason())));
        did(Deed.HANDED_DOWN);
        return expect(after, "PENDING_ACCEPTANCE");
    }

    private CaseView completed(CaseView theCase) {
        CaseView after = people.holderOf(theCase).command(helped(theCase), Command.complete("已到场处置完毕，现场恢复，前后照片已留存。"));
        did(Deed.COMPLETED);
        return checked(after);
    }

    /** Whoever helps ends his task before the lead completes. */
    private CaseView helped(CaseView theCase) {
        CaseView now = theCase;
        for (CaseView.Task task : theCase.openTasks()) {
            now = people.worksFor(task.unitId()).command(now, Command.endTask(task.number(), "已到场协助，任务结束。"));
            did(Deed.HELPED);
        }
        return now;
    }

    private CaseView criticAnswered(CaseView theCase) {
        did(Deed.ANSWERED);
        return people.holderOf(theCase)
                .command(theCase, Command.answerCriticism(Objects.requireNonNull(report.reason())));
    }

    private CaseView calledBack(CaseView theCase) {
        did(Deed.CALLED_BACK);
        return theCase;
    }

    /** Inspected it waits for the revisit; that the criticism was right is rewarded at once. */
    private CaseView rewarded(CaseView theCase) {
        people.award(expect(theCase, "PENDING_CALLBACK"), "300.00", "批评属实，已立行立改");
        did(Deed.AWARDED);
        return theCase;
    }

    private CaseView checked(CaseView theCase) {
        if (!theCase.isIn("PENDING_CHECK")) {
            return theCase;
        }
        did(Deed.CHECKED);
        return people.checkerOf(theCase).command(theCase, Command.check(true, "现场核查，已处置到位。"));
    }

    private CaseView settled(CaseView theCase) {
        did(Deed.ON_SPOT);
        return theCase.isIn("PENDING_CALLBACK") ? satisfied(theCase) : theCase;
    }

    /** Where nobody is known to ask, it is closed already. */
    private CaseView satisfied(CaseView theCase) {
        if (report.resident() == null) {
            return theCase;
        }
        did(Deed.CALLED_BACK);
        return answered(theCase, Outcome.satisfied(deeds.size() % 2 == 0 ? "VERY_SATISFIED" : "SATISFIED"));
    }

    private CaseView reworked(CaseView theCase) {
        did(Deed.CALLED_BACK);
        CaseView back = answered(theCase, Outcome.unsatisfied(false, true, "只做了表面，问题还在。"));
        unless(back.reworks() == 1, "返工次数应为 1", "it must have been reworked once");
        did(Deed.REWORKED);
        return completed(expect(back, "IN_PROGRESS"));
    }

    private CaseView decided(CaseView theCase) {
        did(Deed.CALLED_BACK);
        CaseView waits =
                expect(answered(theCase, Outcome.unsatisfied(true, false, "处理了，但没有达到我的要求。")), "PENDING_DECISION");
        String decision = report.way() == Way.DECIDED_CLOSE ? "CLOSE" : "REWORK";
        CaseView after = people.inspectorFor(waits)
                .command(waits, Command.decide(decision, Objects.requireNonNull(report.decision())));
        did(Deed.DECIDED);
        if (report.way() == Way.DECIDED_CLOSE) {
            return closed(after);
        }
        did(Deed.REWORKED);
        return closed(satisfied(completed(expect(after, "IN_PROGRESS"))));
    }

    /** A failed attempt leaves the round open, so the case stays as it is. */
    private CaseView notReached(CaseView theCase) {
        var clerk = people.callbackClerkFor(theCase);
        clerk.awaitRound(theCase.roundId());
        clerk.outcome(theCase.roundId(), Outcome.nobodyAnswered());
        did(Deed.ATTEMPTED);
        return expect(people.named("dispatcher-1").theCase(theCase.id()), "PENDING_CALLBACK");
    }

    /** The outcome travels to dispatch and comes back as the case's next event. */
    private CaseView answered(CaseView theCase, Outcome outcome) {
        expect(theCase, "PENDING_CALLBACK");
        var clerk = people.callbackClerkFor(theCase);
        clerk.awaitRound(theCase.roundId());
        clerk.outcome(theCase.roundId(), outcome);
        return people.named("dispatcher-1").awaitSeq(theCase.id(), theCase.version() + 1);
    }

    private CaseView closed(CaseView theCase) {
        expect(theCase, "CLOSED");
        did(Deed.CLOSED);
        return theCase;
    }

    private CaseView expect(CaseView theCase, String state) {
        unless(
                theCase.isIn(state),
                "案卷 %s 的状态为 %s，应为 %s".formatted(theCase.caseNumber(), theCase.state(), state),
                "the case stands at %s and not at %s".formatted(theCase.state(), state));
        return theCase;
    }

    private void did(Deed deed) {
        deeds.add(deed);
    }
}

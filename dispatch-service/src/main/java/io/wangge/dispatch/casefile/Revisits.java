package io.wangge.dispatch.casefile;

import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.casefile.Case.Closing;
import io.wangge.dispatch.casefile.CaseCommand.CallbackAnswered;
import io.wangge.dispatch.casefile.CasePolicy.Revisit;
import io.wangge.dispatch.clock.Limit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * 回头看: after a month a sample of the closed cases is asked about again (domain.md, Callback and closing; ADR 0021). The
 * moment waits in the case like every other, so that it comes once with any number of replicas; nobody is told beforehand
 * which cases they are.
 */
final class Revisits {
    /** Reason of a reopening that a revisit asked for. */
    static final String AT_FAULT = "revisit-unsatisfied";

    private Revisits() {}

    /** When a closed case is asked about again; empty for one that is not in the sample, or has nobody to ask. */
    static Optional<Instant> dueOf(Case theCase, Facts facts) {
        Closing closing = theCase.closing();
        Revisit revisit = facts.policy().revisit();
        // A criticism was closed by its revisit.
        boolean none = theCase.state() != CaseState.CLOSED || theCase.roundId() != null || theCase.isCriticism();
        return none
                        || closing == null
                        || revisit == null
                        || theCase.residents().isEmpty()
                        || !isChosen(theCase, closing, revisit)
                ? Optional.empty()
                : Optional.of(facts.calendar()
                        .due(closing.at(), Limit.of(revisit.after()))
                        .at());
    }

    private static boolean isChosen(Case theCase, Closing closing, Revisit revisit) {
        // An inspector closed it although somebody was dissatisfied: no grade is worse.
        boolean decided = closing.reason() == CloseReason.DECIDED;
        Grade always = revisit.alwaysFrom();
        boolean poor = always != null
                && (decided
                        || closing.grade() != null
                                && Grade.valueOf(closing.grade()).compareTo(always) >= 0);
        return poor || place(theCase.id()) < revisit.percent();
    }

    /** By the id's checksum, so that replicas and replays choose the same ones; other ones than are sampled on the spot. */
    private static long place(String caseId) {
        CRC32 checksum = new CRC32();
        checksum.update(("revisit/" + caseId).getBytes(StandardCharsets.UTF_8));
        return checksum.getValue() % 100;
    }

    static CaseEvent.RevisitRequested ask(Case theCase, Facts facts) {
        Hold hold = theCase.hold();
        return new CaseEvent.RevisitRequested(
                theCase.id() + "." + (theCase.counts().rounds() + 1),
                theCase.residents(),
                hold == null ? null : hold.unitId(),
                theCase.opened().channel(),
                facts.calendar()
                        .due(facts.now(), Limit.of(facts.policy().limits().callback()))
                        .at());
    }

    /** Of a closed case: stays closed, or is the same case again with all its history. */
    static List<CaseEvent> answered(Case theCase, CallbackAnswered answer, Facts facts) {
        Grade grade = answer.grade();
        boolean content = Boolean.TRUE.equals(answer.settled()) && grade != null && grade != Grade.UNSATISFIED;
        if (!answer.reached() || content) {
            return List.of(new CaseEvent.Revisited(
                    answer.roundId(), answer.reached(), answer.settled(), grade == null ? null : grade.name()));
        }
        return Boolean.TRUE.equals(answer.unitAtFault()) && theCase.counts().holds() < Guards.MOST_HOLDS
                ? reopened(theCase, facts)
                : List.of(Waiting.forDecision(answer.roundId(), facts));
    }

    private static List<CaseEvent> reopened(Case theCase, Facts facts) {
        Optional<CategoryItem> category = Guards.categoryOf(theCase, facts);
        Optional<UnitItem> unit = Optional.ofNullable(theCase.hold())
                .flatMap(hold -> facts.directory().unit(hold.unitId()));
        if (category.isEmpty() || unit.isEmpty()) {
            return List.of(toDispatcher(theCase, theCase.hold(), facts));
        }
        List<CaseEvent> events = new ArrayList<>();
        int number = theCase.counts().holds() + 1;
        events.add(new CaseEvent.Reopened(
                AT_FAULT,
                Holds.given(
                        number, unit.get(), category.get(), facts.now(), facts.calendar(), SuperiorLimit.of(theCase))));
        if (theCase.proceedings().faults() > 0 && Oversight.rises(theCase, SupervisionLevel.NORMAL)) {
            events.add(Oversight.supervised(theCase, SupervisionLevel.NORMAL, "second-fault", null, facts));
        }
        return List.copyOf(events);
    }

    private static CaseEvent toDispatcher(Case theCase, @Nullable Hold hold, Facts facts) {
        String why = hold == null ? "on-spot-not-settled" : "unknown-category";
        return Waiting.forDispatch(theCase.urgency(), theCase.holderPath(), new RouteReason(why, null, 0), facts);
    }
}

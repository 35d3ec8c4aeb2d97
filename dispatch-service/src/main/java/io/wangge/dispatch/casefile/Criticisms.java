package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.Guard.allow;
import static io.wangge.dispatch.casefile.Guard.refuse;

import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.dispatch.casefile.CaseCommand.CallbackAnswered;
import io.wangge.dispatch.casefile.Work.Result;
import io.wangge.dispatch.clock.Limit;
import java.util.Map;
import java.util.Optional;

/**
 * 有奖批评 (systems.md S6): whatever is registered is accepted; answered within 15 days; checked by inspection; a revisit
 * after a month decides, and 整改不满意不得销号 without any exception. What is registered stays a criticism, whatever
 * category it is given later.
 */
final class Criticisms {
    static final Guard IS_ONE =
            (theCase, caller, facts) -> theCase.isCriticism() ? allow() : refuse("not-a-criticism", Map.of());

    static final Guard MAY_BE_CANCELLED = unlessCriticism("criticism-not-cancelled");

    static final Guard MAY_BE_REFERRED = unlessCriticism("criticism-not-referred");

    static final Guard MAY_BE_MERGED = unlessCriticism("criticism-not-merged");

    /** 15 日内答复: before it is called done the critic has his answer. */
    static final Guard IS_ANSWERED = (theCase, caller, facts) -> {
        Proceedings.Criticism criticism = theCase.proceedings().criticism();
        return criticism == null || criticism.repliedAt() != null
                ? allow()
                : refuse("criticism-not-answered", Map.of("replyDueAt", criticism.replyDueAt()));
    };

    private Criticisms() {}

    private static Guard unlessCriticism(String code) {
        return (theCase, caller, facts) -> theCase.isCriticism() ? refuse(code, Map.of()) : allow();
    }

    /** 登记即受理, where {@code category} is one of criticism. */
    static Optional<CaseEvent> registered(Optional<CategoryItem> category, Facts facts) {
        return category.filter(CategoryItem::rewardsCritics)
                .map(item -> new CaseEvent.CriticismRegistered(facts.calendar()
                        .due(
                                facts.now(),
                                Limit.of(facts.policy().criticismLimits().reply()))
                        .at()));
    }

    static Result answer(Work work, StaffCommand.AnswerCriticism answer) {
        return Work.events(new CaseEvent.CriticismReplied(work.hold().unitId(), answer.text()));
    }

    /** 满月回访. */
    static CaseEvent.RevisitAwaited revisitLater(Facts facts) {
        return new CaseEvent.RevisitAwaited(facts.calendar()
                .due(facts.now(), Limit.of(facts.policy().criticismLimits().revisitAfter()))
                .at());
    }

    /** Only a satisfied critic closes it: who is not reached is asked again, and nobody decides in his place. */
    static CaseEvent revisited(Case theCase, CallbackAnswered answer, Facts facts) {
        if (!answer.reached()) {
            return revisitLater(facts);
        }
        Grade grade = answer.grade();
        if (Boolean.TRUE.equals(answer.settled()) && grade != null && grade != Grade.UNSATISFIED) {
            return new CaseEvent.Closed(CloseReason.SATISFIED, grade.name(), theCase.onTime());
        }
        return Boolean.TRUE.equals(answer.unitAtFault()) && theCase.counts().holds() < Guards.MOST_HOLDS
                ? Rework.of(theCase, answer.roundId(), CallbackOutcome.AT_FAULT, facts)
                : Waiting.forDecision(answer.roundId(), facts);
    }
}

package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.SuperiorOrder;
import io.wangge.dispatch.casefile.Proceedings.Joined;
import io.wangge.dispatch.casefile.Proceedings.OwnTimes;
import io.wangge.dispatch.clock.Deadline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * 上级交办件并案: the case that takes an order in answers it, so the shorter limit counts there too; when the two part, what
 * that order shortened comes back.
 */
final class MergedOrder {
    private MergedOrder() {}

    static CaseEvent.CaseJoined joined(Case theCase, CaseCommand.Join join, Instant at) {
        SuperiorOrder order = join.order();
        if (order == null) {
            return new CaseEvent.CaseJoined(join.caseId(), join.residentIds());
        }
        SuperiorLimit limit = SuperiorLimit.of(theCase).with(order.answerBy(), at);
        Hold hold = theCase.hold();
        Deadline due = theCase.due();
        Hold shorter = hold == null || isWorkDone(theCase) ? null : limit.bind(hold);
        Deadline sooner = due == null ? null : limit.bind(due);
        return new CaseEvent.CaseJoined(
                join.caseId(),
                join.residentIds(),
                order,
                shorter == null || shorter.equals(hold) ? null : shorter,
                sooner == null || sooner.equals(due) ? null : sooner.at(),
                sooner != null && sooner.provisional());
    }

    static CaseEvent.CaseParted parted(Case theCase, Joined parting) {
        List<Joined> left = theCase.proceedings().joined().stream()
                .filter(joined -> !joined.equals(parting))
                .toList();
        SuperiorLimit limit = SuperiorLimit.of(theCase.opened(), left);
        Hold longer = isWorkDone(theCase)
                ? null
                : ownHold(theCase, List.of(parting)).map(limit::bind).orElse(null);
        Deadline later = ownDue(theCase, List.of(parting)).map(limit::bind).orElse(null);
        return new CaseEvent.CaseParted(
                parting.caseId(),
                parting.residentIds(),
                longer,
                later == null ? null : later.at(),
                later != null && later.provisional());
    }

    /** What is due at a merge without any order that came with another case. */
    static OwnTimes ownTimes(Case theCase, Instant at) {
        List<Joined> carried = theCase.proceedings().joined();
        Deadline due = ownDue(theCase, carried).orElse(theCase.due());
        Hold hold = ownHold(theCase, carried).orElse(theCase.hold());
        return new OwnTimes(at, due == null ? null : due.at(), due != null && due.provisional(), hold);
    }

    /** Present where one of the orders decides when the case is due. */
    private static Optional<Deadline> ownDue(Case theCase, List<Joined> carried) {
        Deadline due = theCase.due();
        return due == null ? Optional.empty() : own(carried, due.at(), MergedOrder::dueOf);
    }

    private static @Nullable Deadline dueOf(OwnTimes own) {
        return own.dueAt() == null ? null : new Deadline(own.dueAt(), own.provisional());
    }

    /** Present where one of the orders decides when the present hold is due. */
    private static Optional<Hold> ownHold(Case theCase, List<Joined> carried) {
        Hold hold = theCase.hold();
        return hold == null ? Optional.empty() : own(carried, hold.handlingDueAt(), own -> sameHold(hold, own.hold()));
    }

    private static @Nullable Hold sameHold(Hold now, @Nullable Hold own) {
        return own == null || own.number() != now.number() ? null : own;
    }

    private static <T> Optional<T> own(List<Joined> carried, Instant dueAt, Function<OwnTimes, @Nullable T> what) {
        for (Joined joined : carried) {
            SuperiorOrder order = joined.order();
            OwnTimes own = joined.own();
            if (order != null && own != null && dueAt.equals(order.answerBy())) {
                return Optional.ofNullable(what.apply(own));
            }
        }
        return Optional.empty();
    }

    /** Then the hold keeps what it was measured by. */
    private static boolean isWorkDone(Case theCase) {
        return switch (theCase.state()) {
            case PENDING_CHECK, PENDING_CALLBACK, PENDING_DECISION -> true;
            default -> false;
        };
    }
}

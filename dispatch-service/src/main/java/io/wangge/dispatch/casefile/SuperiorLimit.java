package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.SuperiorOrder;
import io.wangge.contracts.report.Channel;
import io.wangge.dispatch.casefile.Proceedings.Joined;
import io.wangge.dispatch.casefile.Proceedings.OwnTimes;
import io.wangge.dispatch.clock.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 上级时限: a superior's order wants its answer by a moment, and the shorter of that and the district's own limit counts
 * (systems.md S1, S21), also when the order came with a case that was merged into this one. Nothing here moves it: neither
 * extension nor suspension nor a calendar set anew.
 *
 * @param answerBy null for a matter that no superior set a limit for
 * @param ofHolds the same without what had passed already when it came by a merge: a unit is measured by the time that it
 *     had
 */
public record SuperiorLimit(
        @Nullable Instant answerBy, @Nullable Instant ofHolds) {
    static final SuperiorLimit NONE = new SuperiorLimit(null, null);

    /** An order that a case answers. @param caseId that it came with */
    public record Ordered(
            String caseId,
            @Nullable String number,
            @Nullable Instant answerBy) {}

    static SuperiorLimit of(Case theCase) {
        return of(theCase.opened(), theCase.proceedings().joined());
    }

    static SuperiorLimit of(Opened opened, List<Joined> carried) {
        SuperiorLimit limit = of(opened);
        for (Joined joined : carried) {
            SuperiorOrder order = joined.order();
            OwnTimes own = joined.own();
            limit = order == null || own == null ? limit : limit.with(order.answerBy(), own.joinedAt());
        }
        return limit;
    }

    static SuperiorLimit of(Opened opened) {
        return opened.answerBy() == null ? NONE : new SuperiorLimit(opened.answerBy(), opened.answerBy());
    }

    /** @param joinedAt when the other came */
    SuperiorLimit with(@Nullable Instant other, Instant joinedAt) {
        return other == null
                ? this
                : new SuperiorLimit(
                        earlier(answerBy, other), other.isAfter(joinedAt) ? earlier(ofHolds, other) : ofHolds);
    }

    /** Whether the case is due when it is because its superior said so. */
    public static boolean decides(Case theCase) {
        Deadline due = theCase.due();
        return due != null && of(theCase).isAt(due.at());
    }

    /** @return null for a case that no superior ordered */
    public static @Nullable SuperiorOrder orderOf(Opened opened) {
        return opened.channel() == Channel.SUPERIOR_ORDER
                ? new SuperiorOrder(opened.orderNumber(), opened.answerBy())
                : null;
    }

    /** Every order that the case answers, its own and those of the cases that it carries; the shortest limit first. */
    public static List<Ordered> orders(Case theCase) {
        List<Ordered> all = new ArrayList<>();
        Stream.ofNullable(orderOf(theCase.opened()))
                .forEach(order -> all.add(new Ordered(theCase.id(), order.number(), order.answerBy())));
        for (Joined joined : theCase.proceedings().joined()) {
            Stream.ofNullable(joined.order())
                    .forEach(order -> all.add(new Ordered(joined.caseId(), order.number(), order.answerBy())));
        }
        return all.stream()
                .sorted(Comparator.comparing(Ordered::answerBy, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** The earlier of the two. */
    Deadline bind(Deadline due) {
        return bound(due, answerBy);
    }

    /**
     * No due time of the hold lies behind the superior's. A hold that begins after it has passed keeps its own limit: a
     * unit is measured by the time that it had, the case is late all the same.
     */
    Hold bind(Hold hold) {
        if (ofHolds == null || !ofHolds.isAfter(hold.startedAt())) {
            return hold;
        }
        Instant acceptance = hold.acceptanceDueAt();
        return Holds.withDue(
                hold,
                acceptance == null ? null : earlier(ofHolds, acceptance),
                bound(new Deadline(hold.handlingDueAt(), hold.provisional()), ofHolds));
    }

    /** What is due after a pause of a hold; one that the limit had passed keeps its own. */
    Deadline bindUnlessPast(Deadline before, Deadline after) {
        boolean past = ofHolds != null && before.at().isAfter(ofHolds);
        return past ? after : bound(after, ofHolds);
    }

    /** The case's due time, fixed with its first hold. */
    Instant wholeDue(Hold first) {
        return earlier(answerBy, first.handlingDueAt());
    }

    /** Whether a clock that is due then has no room left below the superior's limit. */
    boolean leavesNoRoomAfter(Instant due) {
        return answerBy != null && !due.isBefore(answerBy);
    }

    boolean isAt(Instant due) {
        return due.equals(answerBy) || due.equals(ofHolds);
    }

    private static Deadline bound(Deadline due, @Nullable Instant limit) {
        Instant at = earlier(limit, due.at());
        return at.equals(due.at()) ? due : new Deadline(at, due.provisional());
    }

    private static Instant earlier(@Nullable Instant limit, Instant due) {
        return limit != null && limit.isBefore(due) ? limit : due;
    }
}

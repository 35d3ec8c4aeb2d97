package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.CaseEvent.Opened;
import io.wangge.contracts.casefile.Hold;
import io.wangge.dispatch.clock.Deadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 上级时限: a superior's order wants its answer by a moment, and the shorter of that and the district's own limit counts
 * (systems.md S1, S21). Nothing here moves it: neither extension nor suspension nor a calendar set anew.
 *
 * @param answerBy null for a matter that no superior set a limit for
 */
public record SuperiorLimit(@Nullable Instant answerBy) {
    static final SuperiorLimit NONE = new SuperiorLimit(null);

    static SuperiorLimit of(Case theCase) {
        return of(theCase.opened());
    }

    static SuperiorLimit of(Opened opened) {
        return opened.answerBy() == null ? NONE : new SuperiorLimit(opened.answerBy());
    }

    /** Whether the case is due when it is because its superior said so. */
    public static boolean decides(Case theCase) {
        Deadline due = theCase.due();
        return due != null && of(theCase).isAt(due.at());
    }

    /** The earlier of the two. */
    Deadline bind(Deadline due) {
        Instant at = earlier(due.at());
        return at.equals(due.at()) ? due : new Deadline(at, due.provisional());
    }

    /**
     * No due time of the hold lies behind the superior's. A hold that begins after it has passed keeps its own limit: a
     * unit is measured by the time that it had, the case is late all the same.
     */
    Hold bind(Hold hold) {
        if (answerBy == null || !answerBy.isAfter(hold.startedAt())) {
            return hold;
        }
        Instant acceptance = hold.acceptanceDueAt();
        return Holds.withDue(
                hold,
                acceptance == null ? null : earlier(acceptance),
                bind(new Deadline(hold.handlingDueAt(), hold.provisional())));
    }

    /** The case's due time, fixed with its first hold. */
    Instant wholeDue(Hold first) {
        return earlier(first.handlingDueAt());
    }

    /** Whether a clock that is due then has no room left below the superior's limit. */
    boolean leavesNoRoomAfter(Instant due) {
        return answerBy != null && !due.isBefore(answerBy);
    }

    boolean isAt(Instant due) {
        return due.equals(answerBy);
    }

    private Instant earlier(Instant due) {
        return answerBy != null && answerBy.isBefore(due) ? answerBy : due;
    }
}

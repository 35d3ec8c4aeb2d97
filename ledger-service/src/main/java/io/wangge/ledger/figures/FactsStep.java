package io.wangge.ledger.figures;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.Hold;
import io.wangge.ledger.figures.FigureFacts.Closing;
import io.wangge.ledger.figures.FigureFacts.Course;
import io.wangge.ledger.figures.FigureFacts.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event taken into the facts of its case. */
final class FactsStep {
    private final FigureFacts before;
    private Course course;
    private List<HoldFact> holds;
    private @Nullable Closing closing;
    private List<Instant> reopenedAt;

    FactsStep(FigureFacts before) {
        this.before = before;
        this.course = before.course();
        this.holds = before.holds();
        this.closing = before.closing();
        this.reopenedAt = before.reopenedAt();
    }

    FigureFacts take(CaseMessage<?> message, Instant at) {
        if (closing != null) {
            if (message.what() instanceof CaseEvent.Reopened && reopenedAt.size() < FigureFacts.MOST_REOPENINGS) {
                reopenedAt = with(reopenedAt, at);
            }
            return new FigureFacts(before.origin(), before.standing(), course, holds, closing, reopenedAt);
        }
        take(message.what(), at);
        return new FigureFacts(before.origin(), Standing.of(message.after()), course, holds, closing, reopenedAt);
    }

    private void take(CaseEvent event, Instant at) {
        switch (event) {
            case CaseEvent.Dispatched dispatched -> given(dispatched.hold(), at);
            case CaseEvent.TakenToHardCaseDesk taken -> given(taken.hold(), at);
            case CaseEvent.Accepted accepted -> respond(at);
            case CaseEvent.Returned returned -> count(1, 0, 0, 0);
            case CaseEvent.Escalated escalated -> {
                begin(escalated.hold(), at);
                count(0, 0, 1, 0);
            }
            case CaseEvent.MovedUpByTime moved -> {
                begin(moved.hold(), at);
                count(0, 0, 1, 0);
            }
            case CaseEvent.HandedDown handedDown -> begin(handedDown.hold(), at);
            case CaseEvent.Reworked reworked -> {
                begin(reworked.hold(), at);
                count(0, 0, 0, 1);
            }
            case CaseEvent.ExtensionGranted granted -> {
                dueAnew(granted.hold());
                count(0, 1, 0, 0);
            }
            case CaseEvent.Resumed resumed -> dueAnew(resumed.hold());
            case CaseEvent.DueTimesSetAnew anew when anew.hold() instanceof Hold hold -> dueAnew(hold);
            case CaseEvent.CaseJoined joined when joined.hold() instanceof Hold hold -> dueAnew(hold);
            case CaseEvent.CaseParted parted when parted.hold() instanceof Hold hold -> dueAnew(hold);
            case CaseEvent.Completed completed -> endLast(at);
            case CaseEvent.SettledOnSpot settled -> {
                respond(at);
                course = course.settledOnSpot();
            }
            case CaseEvent.Closed closed -> {
                endLast(at);
                closing = new Closing(at, closed.reason(), closed.grade(), closed.onTime());
            }
            default -> {
                // What else happens changes no figure but by how the case stands afterwards.
            }
        }
    }

    /** The first to be given the case has a time to respond; the others have not. */
    private void given(Hold hold, Instant at) {
        begin(hold, at);
        if (course.respondBy() == null) {
            course = course.given(respondBy(hold));
        }
    }

    private void respond(Instant at) {
        if (course.respondedAt() == null) {
            course = course.responded(at);
        }
    }

    private void count(int returns, int extensions, int escalations, int reworks) {
        course = course.more(returns, extensions, escalations, reworks);
    }

    private static Instant respondBy(Hold first) {
        Instant acceptance = first.acceptanceDueAt();
        return acceptance == null ? first.handlingDueAt() : acceptance;
    }

    private void begin(Hold hold, Instant at) {
        endLast(at);
        if (holds.size() < FigureFacts.MOST_HOLDS) {
            holds = with(holds, HoldFact.begin(hold));
        }
    }

    private void endLast(Instant at) {
        replaceLast(holds.isEmpty() ? null : holds.getLast().end(at));
    }

    private void dueAnew(Hold hold) {
        if (!holds.isEmpty() && holds.getLast().number() == hold.number()) {
            replaceLast(holds.getLast().dueAnew(hold.handlingDueAt()));
        }
    }

    private void replaceLast(@Nullable HoldFact last) {
        if (last != null) {
            holds = with(holds.subList(0, holds.size() - 1), last);
        }
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return List.copyOf(longer);
    }
}

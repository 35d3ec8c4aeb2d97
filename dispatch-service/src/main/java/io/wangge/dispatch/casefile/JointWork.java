package io.wangge.dispatch.casefile;

import static io.wangge.dispatch.casefile.Work.events;
import static io.wangge.dispatch.casefile.Work.no;

import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.dispatch.casefile.Proceedings.HelperTask;
import io.wangge.dispatch.casefile.Work.Result;
import io.wangge.dispatch.clock.Limit;
import io.wangge.dispatch.clock.LimitUnit;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** 联合执法, 会办: one lead, any number of helpers, each with its own task and clock. */
final class JointWork {
    /** A helper's task is a matter of weeks at most. */
    private static final int MOST_HOURS = 24 * 60;

    private JointWork() {}

    static Result nameHelper(Work work, StaffCommand.NameHelper name) {
        Integer hours = name.hours();
        if (hours != null && (hours < 1 || hours > MOST_HOURS)) {
            return no("invalid-field", Map.of("field", "hours", "reason", "out-of-range", "max", MOST_HOURS));
        }
        if (name.unitId().equals(work.hold().unitId())) {
            return no("helper-is-holder", Map.of("unitId", name.unitId()));
        }
        return work.withUnit(name.unitId(), unit -> {
            Instant dueAt = hours == null
                    ? work.hold().handlingDueAt()
                    : work.facts()
                            .calendar()
                            .due(work.at(), new Limit(hours, LimitUnit.EMERGENCY_HOUR))
                            .at();
            int number = work.proceedings().tasks().size() + 1;
            return events(new CaseEvent.HelperNamed(number, unit.id(), unit.path(), name.what(), dueAt));
        });
    }

    static Result endTask(Work work, StaffCommand.EndTask end) {
        Optional<HelperTask> task = work.proceedings().tasks().stream()
                .filter(one -> one.number() == end.task() && !one.ended())
                .findFirst();
        if (task.isEmpty()) {
            return no("no-such-task", Map.of("task", end.task()));
        }
        if (!work.caller().coversAny(task.get().unitPath())) {
            return no("not-allowed", Map.of("action", "end-task"));
        }
        return events(new CaseEvent.HelperTaskEnded(end.task(), task.get().unitId(), end.text()));
    }
}

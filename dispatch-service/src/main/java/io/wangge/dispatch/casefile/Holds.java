package io.wangge.dispatch.casefile;

import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.clock.Deadline;
import io.wangge.dispatch.clock.Limit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** New holds with their clocks. */
final class Holds {
    /** 返工: half of the handling limit (domain.md, Clocks). */
    static final int REWORK_PERCENT = 50;

    private Holds() {}

    /** First the acceptance limit, then the handling limit after it; none of them beyond what a superior set. */
    static Hold given(
            int number,
            UnitItem unit,
            CategoryItem category,
            Instant at,
            BusinessCalendar calendar,
            SuperiorLimit superior) {
        BusinessCalendar hours = calendar.of(unit.path());
        Deadline acceptance = hours.due(at, Limit.of(category.acceptance()));
        Deadline handling = acceptance.then(hours, Limit.of(category.handling()));
        return superior.bind(new Hold(
                number,
                unit.id(),
                unit.path(),
                unit.level(),
                at,
                acceptance.at(),
                handling.at(),
                handling.provisional()));
    }

    /** 返工: the same unit again, accepted from the start, with half of the handling limit. */
    static Hold reworked(
            int number,
            Hold before,
            CategoryItem category,
            Instant at,
            BusinessCalendar calendar,
            SuperiorLimit superior) {
        Deadline handling = calendar.of(before.unitPath()).share(at, Limit.of(category.handling()), REWORK_PERCENT);
        return superior.bind(new Hold(
                number,
                before.unitId(),
                before.unitPath(),
                before.level(),
                at,
                null,
                handling.at(),
                handling.provisional()));
    }

    /** The same hold, due at another time. */
    static Hold withDue(Hold hold, Deadline handling) {
        return withDue(hold, hold.acceptanceDueAt(), handling);
    }

    static Hold withDue(Hold hold, @Nullable Instant acceptanceDueAt, Deadline handling) {
        return new Hold(
                hold.number(),
                hold.unitId(),
                hold.unitPath(),
                hold.level(),
                hold.startedAt(),
                acceptanceDueAt,
                handling.at(),
                handling.provisional());
    }
}

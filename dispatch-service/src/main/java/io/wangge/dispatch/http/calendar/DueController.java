package io.wangge.dispatch.http.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.dispatch.clock.BusinessCalendar;
import io.wangge.dispatch.http.calendar.DueRequest.Question;
import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.reference.ReferenceData;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators how the calendar in force counts; nothing is stored. */
@RestController
class DueController {
    private final ReferenceData reference;

    DueController(ReferenceData reference) {
        this.reference = reference;
    }

    @Operation(summary = "When a limit ends and which spans counted; for ADMIN / 时限计算")
    @PostMapping("/api/v1/calendar/due")
    DueView due(Caller caller, @RequestBody DueRequest request) {
        if (!caller.has(Role.ADMIN)) {
            throw new ProblemException(
                    403, ProblemCodes.NOT_ALLOWED, Map.of("actionZh", "计算时限", "actionEn", "compute due times"));
        }
        Reference now = reference.current();
        Question question = request.question(now.directory());
        UnitItem unit = question.unit().orElse(null);
        BusinessCalendar calendar =
                unit == null ? now.calendar() : now.calendar().of(unit.path());
        return DueView.of(question.start(), question.limit(), unit, calendar);
    }
}

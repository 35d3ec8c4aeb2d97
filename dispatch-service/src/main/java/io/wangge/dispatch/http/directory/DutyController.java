package io.wangge.dispatch.http.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.directory.DutySpan;
import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.reference.ReferenceData;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom to turn to: who is on duty, and the contact of a grid. No secret inside the house. */
@RestController
@RequestMapping("/api/v1/directory")
class DutyController {
    private final ReferenceData referenceData;
    private final InstantSource clock;

    DutyController(ReferenceData referenceData, InstantSource clock) {
        this.referenceData = referenceData;
        this.clock = clock;
    }

    record Duties(LocalDate day, List<Duty> duties) {}

    record Duty(String unitId, String task, String staffId, String name, LocalDate from, LocalDate to) {}

    record Contact(
            String gridId,
            String code,
            String staffId,
            String name,
            @Nullable String phone) {}

    @Operation(summary = "Who is on duty on a day, today without one / 值班表")
    @GetMapping("/duties")
    Duties duties(
            Caller caller,
            @Parameter(description = "a unit; all without") @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {
        Reference now = referenceData.current();
        LocalDate on = day == null
                ? LocalDate.ofInstant(clock.instant(), now.calendar().zone())
                : day;
        return new Duties(
                on,
                now.duties().stream()
                        .filter(span -> span.holdsOn(on))
                        .filter(span -> unitId == null || span.unitId().equals(unitId))
                        .map(span -> duty(span, now.directory()))
                        .toList());
    }

    private static Duty duty(DutySpan span, Directory directory) {
        return new Duty(
                span.unitId(), span.task(), span.staffId(), name(span.staffId(), directory), span.from(), span.to());
    }

    @Operation(summary = "The contact of a grid / 网格联系人")
    @GetMapping("/grids/{code}/contact")
    Contact contact(Caller caller, @PathVariable String code) {
        Reference now = referenceData.current();
        String gridId = now.directory().grid(code).map(grid -> grid.id()).orElse("");
        return now.contacts().stream()
                .filter(contact -> contact.id().equals(gridId))
                .findAny()
                .map(contact -> new Contact(
                        gridId, code, contact.staffId(), name(contact.staffId(), now.directory()), contact.phone()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private static String name(String staffId, Directory directory) {
        return directory.caller(staffId).map(Caller::name).orElse(staffId);
    }
}

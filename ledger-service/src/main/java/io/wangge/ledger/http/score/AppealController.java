package io.wangge.ledger.http.score;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Streams;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.ids.RandomIds;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.desk.CaseLedger;
import io.wangge.ledger.desk.Tokens;
import io.wangge.ledger.http.BodyFields;
import io.wangge.ledger.http.RecordFields;
import io.wangge.ledger.score.Appeal;
import io.wangge.ledger.score.AppealDesk;
import io.wangge.ledger.score.AppealDesk.Request;
import io.wangge.ledger.score.Appeals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 申诉: by a unit's leader, decided by an inspector of a unit above. What was said stands in the ledger of the case. */
@RestController
@RequestMapping("/api/v1/appeals")
class AppealController {
    private final AppealDesk desk;
    private final Appeals appeals;
    private final CaseLedger cases;
    private final DirectoryCopy directory;
    private final RandomIds ids;

    AppealController(AppealDesk desk, Appeals appeals, CaseLedger cases, DirectoryCopy directory, RandomIds ids) {
        this.desk = desk;
        this.appeals = appeals;
        this.cases = cases;
        this.directory = directory;
        this.ids = ids;
    }

    record FilingBody(
            @Nullable String id,
            @Nullable String caseId,
            @Nullable String unitId,
            @Nullable String reason) {}

    record RulingBody(
            @Nullable String id,
            @Nullable Boolean granted,
            @Nullable String reason) {}

    record AppealsView(List<AppealView> items) {}

    @PostMapping
    AppealView file(Caller caller, @RequestBody FilingBody body) {
        List<FieldFault> faults = new ArrayList<>();
        BodyFields.id(body.id(), faults);
        String caseId = required("caseId", body.caseId(), faults);
        String unitId = required("unitId", body.unitId(), faults);
        String reason = reason(body.reason(), faults);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        UnitItem unit = directory
                .current()
                .unit(unitId)
                .filter(known -> caller.coversAny(known.path()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        CaseFacts facts = cases.facts(caseId)
                .filter(known -> caller.units().stream().anyMatch(known.scopeUnits()::contains))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        if (!caller.covers(Role.LEADER, unit.path())) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        String fingerprint = Tokens.hash("appeal|" + body.id() + "|" + caseId + "|" + unitId + "|" + reason);
        return view(
                RecordFields.standing(desk.file(facts, unit, request(body.id(), fingerprint, caller, unitId, reason))));
    }

    @PostMapping("/{appealId}/ruling")
    AppealView rule(Caller caller, @PathVariable String appealId, @RequestBody RulingBody body) {
        List<FieldFault> faults = new ArrayList<>();
        BodyFields.id(body.id(), faults);
        if (body.granted() == null) {
            faults.add(FieldFault.of("granted", "required"));
        }
        String reason = reason(body.reason(), faults);
        if (!faults.isEmpty() || body.granted() == null) {
            throw ProblemException.invalid(faults);
        }
        Appeal appeal = found(caller, appealId);
        Set<String> inspected = caller.unitsOf(Role.INSPECTOR);
        String unit = appeal.unitPath().stream()
                .filter(inspected::contains)
                .findFirst()
                .orElseThrow(() -> new ProblemException(403, ProblemCodes.NOT_ALLOWED));
        String fingerprint = Tokens.hash("ruling|" + body.id() + "|" + body.granted() + "|" + reason);
        return view(RecordFields.standing(
                desk.rule(appealId, body.granted(), caller, request(body.id(), fingerprint, caller, unit, reason))));
    }

    @GetMapping
    AppealsView list(
            Caller caller,
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable Boolean open) {
        Set<String> units = unitId == null
                ? caller.units()
                : Set.of(directory
                        .current()
                        .unit(unitId)
                        .filter(known -> caller.coversAny(known.path()))
                        .map(UnitItem::id)
                        .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND)));
        return new AppealsView(appeals.of(units, ScoreQuery.monthOrAny("period", period), open).stream()
                .map(AppealController::view)
                .toList());
    }

    /** With what was said, as far as it is not erased. */
    @GetMapping("/{appealId}")
    AppealView one(Caller caller, @PathVariable String appealId) {
        Appeal appeal = found(caller, appealId);
        String stream = Streams.appeal(appealId);
        return AppealView.of(
                appeal,
                cases.entries(appeal.caseId()).stream()
                        .filter(entry -> entry.entry().stream().equals(stream))
                        .toList());
    }

    private Appeal found(Caller caller, String appealId) {
        return desk.find(appealId)
                .filter(known -> caller.coversAny(known.unitPath()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private Request request(@Nullable String id, String fingerprint, Caller caller, String unitId, String reason) {
        return new Request(
                String.valueOf(id),
                fingerprint,
                Actor.staff(caller.staffId(), unitId),
                new Erasable(reason, ids.newSalt()),
                Traces.current());
    }

    private static AppealView view(Appeal appeal) {
        return AppealView.of(appeal, List.of());
    }

    private static String required(String field, @Nullable String value, List<FieldFault> faults) {
        if (value == null || value.isBlank()) {
            faults.add(FieldFault.of(field, "required"));
            return "";
        }
        return value;
    }

    private static String reason(@Nullable String reason, List<FieldFault> faults) {
        if (reason != null && reason.length() > BodyFields.MOST_COMMENT) {
            faults.add(new FieldFault("reason", "too-long", Map.of("max", BodyFields.MOST_COMMENT)));
        }
        return Optional.of(required("reason", reason, faults))
                .map(String::strip)
                .orElse("");
    }
}

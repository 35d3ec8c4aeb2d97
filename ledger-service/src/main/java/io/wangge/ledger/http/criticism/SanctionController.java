package io.wangge.ledger.http.criticism;

import io.wangge.contracts.Actor;
import io.wangge.contracts.criticism.SanctionEvent.Kind;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import io.wangge.ledger.criticism.CriticismList;
import io.wangge.ledger.criticism.Sanction;
import io.wangge.ledger.desk.Tokens;
import io.wangge.ledger.http.BodyFields;
import io.wangge.ledger.http.RecordFields;
import io.wangge.ledger.http.criticism.AwardController.RevocationBody;
import io.wangge.ledger.records.RecordDesk;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 问责处理 after a criticism: 谈话诫勉, 调整岗位, 降职免职; published without the person's name. */
@RestController
@RequestMapping("/api/v1/ledger/criticisms/sanctions")
class SanctionController {
    private static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(Kind::name).toList();
    private static final int MOST_NAME = 100;

    private final RecordDesk<Sanction> desk;
    private final CriticismList criticisms;
    private final DirectoryCopy directory;
    private final InstantSource clock;

    SanctionController(
            RecordDesk<Sanction> desk, CriticismList criticisms, DirectoryCopy directory, InstantSource clock) {
        this.desk = desk;
        this.criticisms = criticisms;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param staffId who is sanctioned, of the directory
     * @param kind ADMONITION, TRANSFER or DEMOTION
     * @param decidedBy the body or leader that decided, published
     * @param reason published
     */
    record SanctionBody(
            @Nullable String id,
            @Nullable String caseId,
            @Nullable String staffId,
            @Nullable String kind,
            @Nullable String decidedBy,
            @Nullable String reason) {}

    @PostMapping
    SanctionView impose(Caller caller, @RequestBody SanctionBody body) {
        List<FieldFault> faults = new ArrayList<>();
        BodyFields.id(body.id(), faults);
        String caseId = RecordFields.text("caseId", body.caseId(), 64, faults);
        String staffId = RecordFields.text("staffId", body.staffId(), 64, faults);
        String decidedBy = RecordFields.text("decidedBy", body.decidedBy(), MOST_NAME, faults);
        String reason = RecordFields.text("reason", body.reason(), RecordFields.MOST_REASON, faults);
        if (body.kind() == null || !KINDS.contains(body.kind())) {
            faults.add(new FieldFault("kind", "unknown-value", Map.of("allowed", KINDS)));
        }
        String unitId = unitOf(staffId);
        if (faults.isEmpty() && unitId.isEmpty()) {
            faults.add(FieldFault.of("staffId", "unknown-person"));
        }
        RecordFields.none(faults);
        List<String> scope = CriticismDoor.scopeOf(criticisms, caller, caseId);
        Actor by = CriticismDoor.inCharge(caller, scope);
        Instant now = RecordFields.now(clock);
        Sanction sanction = new Sanction(
                String.valueOf(body.id()),
                caseId,
                staffId,
                unitId,
                Kind.valueOf(String.valueOf(body.kind())),
                decidedBy,
                reason,
                scope,
                now,
                null,
                now,
                Tokens.hash("sanction|" + caseId + "|" + staffId + "|" + body.kind() + "|" + decidedBy + "|" + reason));
        return SanctionView.of(RecordFields.standing(desk.take(sanction, sanction.imposed(by), Traces.current())));
    }

    /** The first unit of the first of his roles; empty for somebody unknown. */
    private String unitOf(String staffId) {
        Directory now = directory.current();
        return now.caller(staffId)
                .flatMap(known -> known.units().stream().sorted().findFirst())
                .orElse("");
    }

    @PostMapping("/{sanctionId}/revocation")
    SanctionView revoke(Caller caller, @PathVariable String sanctionId, @RequestBody RevocationBody body) {
        List<FieldFault> faults = new ArrayList<>();
        String reason = RecordFields.text("reason", body.reason(), RecordFields.MOST_REASON, faults);
        RecordFields.none(faults);
        Sanction known = desk.find(sanctionId)
                .filter(one -> caller.coversAny(one.scopeUnits()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        Actor by = CriticismDoor.inCharge(caller, known.scopeUnits());
        return SanctionView.of(RecordFields.standing(desk.take(
                sanctionId,
                "revoke." + Tokens.hash(reason),
                sanction -> sanction.revoke(reason, by, RecordFields.now(clock)),
                Traces.current())));
    }
}

package io.wangge.ledger.http.criticism;

import io.wangge.contracts.Actor;
import io.wangge.contracts.criticism.AwardEvent.Recipient;
import io.wangge.contracts.directory.Caller;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import io.wangge.ledger.criticism.Award;
import io.wangge.ledger.criticism.CriticismList;
import io.wangge.ledger.desk.Discretion;
import io.wangge.ledger.desk.Tokens;
import io.wangge.ledger.http.BodyFields;
import io.wangge.ledger.http.RecordFields;
import io.wangge.ledger.records.RecordDesk;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 奖励 for a criticism: granted, paid, revoked; each is an entry of the ledger and stands on the published list. */
@RestController
@RequestMapping("/api/v1/ledger/criticisms/awards")
class AwardController {
    private final RecordDesk<Award> desk;
    private final CriticismList criticisms;
    private final InstantSource clock;
    private final ZoneId zone;

    AwardController(RecordDesk<Award> desk, CriticismList criticisms, InstantSource clock, ZoneId zone) {
        this.desk = desk;
        this.criticisms = criticisms;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * @param residentId opaque id of the critic, when known
     * @param amount in yuan, such as {@code 300.00}
     * @param reason published
     */
    record AwardBody(
            @Nullable String id,
            @Nullable String caseId,
            @Nullable String residentId,
            @Nullable String amount,
            @Nullable String reason) {}

    /** @param paidOn not in the future */
    record PaymentBody(@Nullable LocalDate paidOn) {}

    record RevocationBody(@Nullable String reason) {}

    @PostMapping
    AwardView grant(Caller caller, @RequestBody AwardBody body) {
        List<FieldFault> faults = new ArrayList<>();
        BodyFields.id(body.id(), faults);
        String caseId = RecordFields.text("caseId", body.caseId(), 64, faults);
        String reason = RecordFields.text("reason", body.reason(), RecordFields.MOST_REASON, faults);
        long fen = Yuan.read("amount", body.amount(), faults);
        RecordFields.none(faults);
        List<String> scope = CriticismDoor.scopeOf(criticisms, caller, caseId);
        Actor by = CriticismDoor.inCharge(caller, scope);
        Instant now = RecordFields.now(clock);
        Award award = new Award(
                String.valueOf(body.id()),
                caseId,
                Recipient.CRITIC,
                body.residentId(),
                fen,
                reason,
                null,
                scope,
                now,
                null,
                null,
                now,
                Tokens.hash("award|" + caseId + "|" + body.residentId() + "|" + fen + "|" + reason));
        return view(caller, RecordFields.standing(desk.take(award, award.granted(by), Traces.current())));
    }

    @PostMapping("/{awardId}/payment")
    AwardView pay(Caller caller, @PathVariable String awardId, @RequestBody PaymentBody body) {
        LocalDate on = body.paidOn();
        if (on == null) {
            throw ProblemException.invalid("paidOn", "required");
        }
        if (on.isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
            throw ProblemException.invalid("paidOn", "in-the-future");
        }
        Actor by = inCharge(caller, awardId);
        return view(
                caller,
                RecordFields.standing(desk.take(
                        awardId, "pay." + on, award -> award.pay(on, by, RecordFields.now(clock)), Traces.current())));
    }

    @PostMapping("/{awardId}/revocation")
    AwardView revoke(Caller caller, @PathVariable String awardId, @RequestBody RevocationBody body) {
        List<FieldFault> faults = new ArrayList<>();
        String reason = RecordFields.text("reason", body.reason(), RecordFields.MOST_REASON, faults);
        RecordFields.none(faults);
        Actor by = inCharge(caller, awardId);
        return view(
                caller,
                RecordFields.standing(desk.take(
                        awardId,
                        "revoke." + Tokens.hash(reason),
                        award -> award.revoke(reason, by, RecordFields.now(clock)),
                        Traces.current())));
    }

    private Actor inCharge(Caller caller, String awardId) {
        Award award = desk.find(awardId)
                .filter(known -> caller.coversAny(known.scopeUnits()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        return CriticismDoor.inCharge(caller, award.scopeUnits());
    }

    private static AwardView view(Caller caller, Award award) {
        return AwardView.of(award, Discretion.isConfidant(caller, award.scopeUnits()));
    }
}

package io.wangge.intake.http.hotline;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.intake.desk.RevealContact;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FormFields;
import io.wangge.intake.reveal.RevealRules;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 查看联系方式 for a callback. */
@RestController
class RevealController {
    static final int REASON_LIMIT = 200;

    private final RevealContact reveal;

    RevealController(RevealContact reveal) {
        this.reveal = reveal;
    }

    /** @param residentId needed only where the round asks several */
    record RevealForm(
            @Nullable String id,
            @Nullable String roundId,
            @Nullable String residentId,
            @Nullable String reason) {}

    /** @param entryId under which the ledger shows that it was looked at */
    record RevealAnswer(
            String id,
            String residentId,
            @Nullable String name,
            @Nullable String phone,
            Instant shownAt,
            String entryId) {
        /** Never the contact. */
        @Override
        public String toString() {
            return "RevealAnswer[" + id + "]";
        }
    }

    /** 403 where no round is open, or for whoever does not call; 429 beyond the looks of an hour. */
    @PostMapping("/api/v1/reports/{id}/reveals")
    RevealAnswer reveal(@PathVariable String id, @RequestBody RevealForm form, Caller caller) {
        FormFields fields = new FormFields();
        String revealId = fields.uuid("id", form.id());
        String roundId = fields.code("roundId", form.roundId(), 80).toLowerCase(Locale.ROOT);
        String resident = fields.optional("residentId", form.residentId(), 64);
        String reason = fields.text("reason", form.reason(), REASON_LIMIT);
        Faults.none(fields);
        if (!roundId.startsWith(id.toLowerCase(Locale.ROOT) + ".")) {
            throw ProblemException.invalid("roundId", "not-of-this-report");
        }
        return answer(
                reveal.forRound(caller, revealId, roundId, resident == null ? "" : resident, reason, Traces.current()));
    }

    static RevealAnswer answer(RevealContact.Outcome outcome) {
        return switch (outcome) {
            case RevealContact.Outcome.Shown(var shown, var contact) ->
                new RevealAnswer(
                        shown.id(),
                        shown.residentId(),
                        contact.name(),
                        contact.phone(),
                        shown.at(),
                        "reveal/" + shown.id() + "/1");
            case RevealContact.Outcome.NotAllowed(Refused refused) ->
                throw new ProblemException(refused.code().equals(RevealRules.TOO_MANY) ? 429 : 403, refused);
            case RevealContact.Outcome.NotFound() -> throw new ProblemException(404, ProblemCodes.NOT_FOUND);
            case RevealContact.Outcome.OtherContent() ->
                throw new ProblemException(409, ProblemCodes.SAME_ID_OTHER_CONTENT);
            case RevealContact.Outcome.Unknown() -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
        };
    }
}

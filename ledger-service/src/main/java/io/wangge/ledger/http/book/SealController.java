package io.wangge.ledger.http.book;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.desk.CaseLedger;
import io.wangge.ledger.desk.Discretion;
import io.wangge.ledger.desk.Gap;
import io.wangge.ledger.desk.GapAlarm;
import io.wangge.ledger.desk.Gaps;
import io.wangge.ledger.evidence.CaseProofs;
import io.wangge.ledger.evidence.SealJson;
import io.wangge.ledger.files.SealFolder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 存证: what somebody needs who does not believe us, and what the auditor looks after. */
@RestController
@RequestMapping("/api/v1/ledger")
class SealController {
    private static final int MOST_GAPS = 200;

    private final CaseLedger ledger;
    private final CaseProofs proofs;
    private final SealFolder folder;
    private final Gaps gaps;
    private final GapAlarm alarm;
    private final InstantSource clock;

    SealController(
            CaseLedger ledger, CaseProofs proofs, SealFolder folder, Gaps gaps, GapAlarm alarm, InstantSource clock) {
        this.ledger = ledger;
        this.proofs = proofs;
        this.folder = folder;
        this.gaps = gaps;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** The public keys, as a JWK set; needs no login. */
    @GetMapping("/keys")
    Map<String, Object> keys() {
        return SealJson.jwks(folder.publicKeys());
    }

    /** The proof of one case as a file, for whoever may read all of it: a proof with words left out proves nothing. */
    @GetMapping("/cases/{caseId}/proof")
    ResponseEntity<String> proof(Caller caller, @PathVariable String caseId) {
        CaseFacts facts = ledger.facts(caseId)
                .filter(found -> caller.coversAny(found.scopeUnits()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        Discretion discretion = Discretion.toward(caller, facts.scopeUnits(), ledger.entries(caseId));
        if (discretion.tipOff() && !discretion.everything()) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"proof-" + caseId + ".json\"")
                .body(SealJson.write(proofs.of(caseId, clock.instant(), folder.publicKeys())));
    }

    record GapsView(List<GapView> items) {}

    /** @param alarm it has been missing for longer than an event may be late */
    record GapView(String stream, long missingFrom, long missingTo, long waiting, Instant since, boolean alarm) {
        static GapView of(Gap gap, boolean alarm) {
            return new GapView(gap.stream(), gap.missingFrom(), gap.missingTo(), gap.waiting(), gap.since(), alarm);
        }
    }

    /** Streams in which an event is missing, oldest first. */
    @GetMapping("/gaps")
    GapsView gaps(Caller caller) {
        if (!caller.has(Role.AUDITOR) && !caller.has(Role.ADMIN)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        Instant now = clock.instant();
        return new GapsView(gaps.list(MOST_GAPS).stream()
                .map(gap -> GapView.of(gap, alarm.overdue(gap, now)))
                .toList());
    }
}

package io.wangge.ledger.http.book;

import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Prover;
import io.wangge.ledger.chain.Verdict;
import io.wangge.ledger.desk.CaseArrivals;
import io.wangge.ledger.desk.CaseLedger;
import io.wangge.ledger.desk.CaseLedger.ReadableEntry;
import io.wangge.ledger.desk.Discretion;
import io.wangge.ledger.http.Waiting;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 台账: what happened to a case, and the proof that nobody changed it. */
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerController {
    private static final List<Role> MAY_VERIFY = List.of(Role.AUDITOR, Role.ADMIN, Role.INSPECTOR, Role.LEADER);

    private final CaseLedger ledger;
    private final CaseArrivals arrivals;
    private final Prover prover;
    private final DirectoryCopy directory;
    private final InstantSource clock;
    /** Reading the whole ledger once at a time is load enough. */
    private final Semaphore wholeCheck = new Semaphore(1);

    LedgerController(
            CaseLedger ledger, CaseArrivals arrivals, Prover prover, DirectoryCopy directory, InstantSource clock) {
        this.ledger = ledger;
        this.arrivals = arrivals;
        this.prover = prover;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param seq of the case's last event that the ledger has */
    record CaseLedgerView(String caseId, long seq, Instant at, CaseSummary facts, List<EntryView> entries) {}

    @GetMapping("/cases/{caseId}")
    CaseLedgerView ofCase(
            Caller caller,
            @PathVariable String caseId,
            @RequestParam(defaultValue = "1") long atLeastSeq,
            @RequestParam(defaultValue = "0") long waitMs) {
        CaseFacts facts = arrivals.atLeast(caseId, atLeastSeq, Waiting.of(waitMs))
                .filter(found -> caller.coversAny(found.scopeUnits()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        Directory names = directory.current();
        List<ReadableEntry> all = ledger.entries(caseId);
        Discretion discretion = Discretion.toward(caller, facts.scopeUnits(), all);
        List<EntryView> entries = all.stream()
                .map(entry -> EntryView.of(entry, names, discretion))
                .toList();
        return new CaseLedgerView(caseId, facts.seq(), facts.at(), facts.summary(), entries);
    }

    /**
     * @param entries and streams how many were checked, up to the first that is broken
     * @param unsealed entries that wait for the next seal
     * @param archived how many of the entries were read from archives
     * @param sealedUntil when the last seal that was checked was closed
     */
    record VerdictView(
            boolean ok,
            long entries,
            long streams,
            long seals,
            long unsealed,
            long archived,
            @Nullable Instant sealedUntil,
            Instant checkedAt,
            @Nullable Broken firstBroken) {
        record Broken(String entryId, Finding.Kind kind, Words words) {}

        record Words(String zh, String en) {}
    }

    @GetMapping("/verify")
    VerdictView verify(
            Caller caller,
            @RequestParam(required = false) @Nullable String caseId,
            @RequestParam(required = false) @Nullable LocalDate day) {
        if (MAY_VERIFY.stream().noneMatch(caller::has)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        if (caseId != null) {
            return view(one(caller, caseId));
        }
        return view(oneAtATime(day == null ? prover::verifyAll : () -> prover.verifyDay(day.toString())));
    }

    private Verdict oneAtATime(Supplier<Verdict> check) {
        if (!wholeCheck.tryAcquire()) {
            throw new ProblemException(429, "verification-running");
        }
        try {
            return check.get();
        } finally {
            wholeCheck.release();
        }
    }

    private Verdict one(Caller caller, String caseId) {
        if (ledger.facts(caseId)
                .filter(facts -> !caller.coversAny(facts.scopeUnits()))
                .isPresent()) {
            throw new ProblemException(404, ProblemCodes.NOT_FOUND);
        }
        Verdict verdict = prover.verifyCase(caseId);
        if (verdict.ok() && verdict.streams() == 0) {
            throw new ProblemException(404, ProblemCodes.NOT_FOUND);
        }
        return verdict;
    }

    private VerdictView view(Verdict verdict) {
        Finding finding = verdict.firstBroken();
        VerdictView.Broken broken = finding == null
                ? null
                : new VerdictView.Broken(
                        finding.entryId(),
                        finding.kind(),
                        new VerdictView.Words(
                                finding.entryId() + "：" + finding.kind().zh(),
                                finding.entryId() + ": " + finding.kind().en()));
        return new VerdictView(
                verdict.ok(),
                verdict.entries(),
                verdict.streams(),
                verdict.seals(),
                verdict.unsealed(),
                verdict.archived(),
                verdict.sealedUntil(),
                clock.instant(),
                broken);
    }
}

package io.wangge.ledger.score;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.score.AppealEvent.AppealDecided;
import io.wangge.contracts.score.AppealEvent.AppealFiled;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.figures.FigureFacts;
import io.wangge.ledger.records.RecordDesk;
import io.wangge.ledger.records.RecordDesk.Taken;
import io.wangge.ledger.records.Turn;
import io.wangge.ledger.score.Appeal.Ruling;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes appeals and rulings, each once. */
public final class AppealDesk {
    private final RecordDesk<Appeal> appeals;
    private final FormulaDesk formulae;
    private final InstantSource clock;

    public AppealDesk(RecordDesk<Appeal> appeals, FormulaDesk formulae, InstantSource clock) {
        this.appeals = appeals;
        this.formulae = formulae;
        this.clock = clock;
    }

    public Optional<Appeal> find(String id) {
        return appeals.find(id);
    }

    /**
     * @param requestId made by the client
     * @param fingerprint of the whole request
     */
    public record Request(
            String requestId,
            String fingerprint,
            Actor by,
            Erasable reason,
            @Nullable String trace) {}

    public Taken<Appeal> file(CaseFacts theCase, UnitItem unit, Request request) {
        Instant now = clock.instant();
        String caseId = theCase.summary().caseId();
        String id = Appeal.idOf(caseId, unit.id());
        Optional<Appeal> known = appeals.find(id);
        if (known.isPresent()) {
            return appeals.sameOrNot(known.get(), request.fingerprint());
        }
        FigureFacts facts = theCase.figures();
        if (facts == null) {
            return new Taken.NotAllowed<>(Refused.of("case-not-overdue"));
        }
        Optional<Refused> refusal = AppealDecider.isOverdue(facts, unit.id(), now);
        if (refusal.isPresent()) {
            return new Taken.NotAllowed<>(refusal.get());
        }
        YearMonth month = Overdue.month(facts);
        Optional<Integer> days = formulae.inForce(month).stream()
                .filter(edition -> edition.formula().scores(unit))
                .map(edition -> edition.formula().appealDays())
                .max(Comparator.naturalOrder());
        if (days.isEmpty()) {
            return new Taken.NotAllowed<>(Refused.of("unit-not-scored"));
        }
        refusal = AppealDecider.isInTime(month, days.get(), now);
        if (refusal.isPresent()) {
            return new Taken.NotAllowed<>(refusal.get());
        }
        Appeal appeal = new Appeal(
                id,
                caseId,
                theCase.summary().caseNumber(),
                unit.path(),
                month,
                request.by(),
                now,
                request.fingerprint(),
                null);
        AppealFiled event = new AppealFiled(
                id, caseId, appeal.caseNumber(), unit.path(), month.toString(), request.by(), request.reason());
        return appeals.take(appeal, event, request.trace());
    }

    /** @return nothing when there is no such appeal */
    public Optional<Taken<Appeal>> rule(String appealId, boolean granted, Caller caller, Request request) {
        return appeals.take(
                appealId, request.requestId(), appeal -> ruled(appeal, granted, caller, request), request.trace());
    }

    private Turn<Appeal> ruled(Appeal appeal, boolean granted, Caller caller, Request request) {
        Ruling given = appeal.ruling();
        if (given != null && given.fingerprint().equals(request.fingerprint())) {
            return new Turn.Repeated<>();
        }
        Optional<Refused> refusal =
                AppealDecider.isAnothersCause(appeal, caller).or(() -> AppealDecider.isOpen(appeal));
        if (refusal.isPresent()) {
            return new Turn.No<>(refusal.get());
        }
        Appeal after = appeal.ruled(new Ruling(granted, request.by(), clock.instant(), request.fingerprint()));
        return Turn.next(
                after,
                new AppealDecided(
                        appeal.id(), appeal.caseId(), appeal.unitPath(), request.by(), granted, request.reason()));
    }
}

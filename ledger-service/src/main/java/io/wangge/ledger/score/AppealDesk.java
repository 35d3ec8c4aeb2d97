package io.wangge.ledger.score;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Refused;
import io.wangge.contracts.Streams;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.score.AppealEvent;
import io.wangge.contracts.score.AppealEvent.AppealDecided;
import io.wangge.contracts.score.AppealEvent.AppealFiled;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.figures.FigureFacts;
import io.wangge.ledger.score.Appeal.Ruling;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes appeals and rulings, each once. */
public final class AppealDesk {
    private final StreamStore<Appeal> appeals;
    private final FormulaDesk formulae;
    private final InstantSource clock;

    public AppealDesk(StreamStore<Appeal> appeals, FormulaDesk formulae, InstantSource clock) {
        this.appeals = appeals;
        this.formulae = formulae;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Taken {
        record Standing(Appeal appeal) implements Taken {}

        record No(Refused refused) implements Taken {}

        /** Nobody knows whether it was stored: to be sent again with the same id. */
        record Unknown() implements Taken {}
    }

    public Optional<Appeal> find(String id) {
        return appeals.load(id).map(Stored::value);
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

    public Taken file(CaseFacts theCase, UnitItem unit, Request request) {
        Instant now = clock.instant();
        String caseId = theCase.summary().caseId();
        String id = Appeal.idOf(caseId, unit.id());
        Optional<Appeal> known = find(id);
        if (known.isPresent()) {
            return again(known.get(), request);
        }
        FigureFacts facts = theCase.figures();
        if (facts == null) {
            return new Taken.No(Refused.of("case-not-overdue"));
        }
        Optional<Refused> refusal = AppealDecider.isOverdue(facts, unit.id(), now);
        if (refusal.isPresent()) {
            return new Taken.No(refusal.get());
        }
        YearMonth month = Overdue.month(facts);
        Optional<Integer> days = formulae.inForce(month).stream()
                .filter(edition -> edition.formula().scores(unit))
                .map(edition -> edition.formula().appealDays())
                .max(Comparator.naturalOrder());
        if (days.isEmpty()) {
            return new Taken.No(Refused.of("unit-not-scored"));
        }
        refusal = AppealDecider.isInTime(month, days.get(), now);
        if (refusal.isPresent()) {
            return new Taken.No(refusal.get());
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
        return switch (appeals.create(
                id, appeal, request.requestId(), List.of(envelope(appeal, 1, now, request, event)))) {
            case Commit.Done<Appeal> done -> new Taken.Standing(appeal);
            case Commit.DuplicateKey<Appeal> duplicate ->
                find(id).map(other -> again(other, request)).orElseGet(Taken.Unknown::new);
            case Commit.BadDocument<Appeal>(String message) ->
                throw new IllegalStateException("The store refused an appeal: " + message);
            case Commit.LostRace<Appeal> race -> new Taken.Unknown();
            case Commit.OutboxFull<Appeal> full -> new Taken.Unknown();
            case Commit.Unknown<Appeal> unknown -> new Taken.Unknown();
        };
    }

    private static Taken again(Appeal known, Request request) {
        return known.fingerprint().equals(request.fingerprint())
                ? new Taken.Standing(known)
                : new Taken.No(Refused.of("appealed-already"));
    }

    public Taken rule(Appeal seen, boolean granted, Caller caller, Request request) {
        Optional<Stored<Appeal>> stored = appeals.load(seen.id());
        if (stored.isEmpty()) {
            return new Taken.Unknown();
        }
        Appeal appeal = stored.get().value();
        Ruling given = appeal.ruling();
        if (given != null && given.fingerprint().equals(request.fingerprint())) {
            return new Taken.Standing(appeal);
        }
        Optional<Refused> refusal =
                AppealDecider.isAnothersCause(appeal, caller).or(() -> AppealDecider.isOpen(appeal));
        if (refusal.isPresent()) {
            return new Taken.No(refusal.get());
        }
        Instant now = clock.instant();
        Appeal ruled = appeal.ruled(new Ruling(granted, request.by(), now, request.fingerprint()));
        AppealDecided event = new AppealDecided(
                appeal.id(), appeal.caseId(), appeal.unitPath(), request.by(), granted, request.reason());
        long seq = stored.get().version() + 1;
        return switch (appeals.update(
                stored.get(), ruled, request.requestId(), List.of(envelope(appeal, seq, now, request, event)))) {
            case Commit.Done<Appeal> done -> new Taken.Standing(ruled);
            case Commit.LostRace<Appeal> race -> rule(seen, granted, caller, request);
            case Commit.BadDocument<Appeal>(String message) ->
                throw new IllegalStateException("The store refused a ruling: " + message);
            case Commit.DuplicateKey<Appeal> duplicate -> new Taken.Unknown();
            case Commit.OutboxFull<Appeal> full -> new Taken.Unknown();
            case Commit.Unknown<Appeal> unknown -> new Taken.Unknown();
        };
    }

    private static <E extends AppealEvent> Envelope<E> envelope(
            Appeal appeal, long seq, Instant now, Request request, E event) {
        return new Envelope<>(Streams.appeal(appeal.id()), seq, now, request.trace(), event);
    }
}

package io.wangge.dispatch.desk;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.dispatch.casefile.Case;
import io.wangge.dispatch.casefile.CaseOpening;
import io.wangge.dispatch.casefile.Facts;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.StreamStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a case for every report, many at once. A report that comes again finds its case and changes nothing. */
public final class OpeningDesk {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningDesk.class);
    /** Two replicas never draw the same number; this is for numbers that were given by hand. */
    private static final int TRIES = 5;

    private final StreamStore<Case> cases;
    private final FactsNow facts;
    private final CaseNumbers numbers;
    private final String numberLevel;

    /** @param numberLevel code of the level whose unit's code a case's number begins with */
    public OpeningDesk(StreamStore<Case> cases, FactsNow facts, CaseNumbers numbers, String numberLevel) {
        this.cases = cases;
        this.facts = facts;
        this.numbers = numbers;
        this.numberLevel = numberLevel;
    }

    private record Sent(Envelope<Received> report, CompletableFuture<Commit<Case>> commit) {}

    /**
     * @return those that no case can be made of; all others are durable when it returns
     * @throws StoreBusy when it is not known of all; sending the same again is safe
     */
    public List<Unusable> open(List<Envelope<Received>> reports) {
        Facts now = facts.get();
        List<Unusable> unusable = new ArrayList<>();
        List<Envelope<Received>> left = reports;
        for (int tries = 0; !left.isEmpty(); tries++) {
            if (tries == TRIES) {
                throw new StoreBusy("No free case number after " + TRIES + " tries");
            }
            List<Sent> sent = new ArrayList<>();
            left.forEach(report -> send(report, now, unusable).ifPresent(sent::add));
            left = again(sent, unusable);
        }
        return unusable;
    }

    private Optional<Sent> send(Envelope<Received> report, Facts now, List<Unusable> unusable) {
        CaseOpening opening = new CaseOpening(report.body(), now);
        String caseId = report.body().reportId();
        return soundly(report, unusable, () -> opening.numberedBy(numberLevel))
                .map(unit -> number(unit, now))
                .flatMap(number -> soundly(
                        report, unusable, () -> Step.opening(opening.open(number), caseId, report.traceparent(), now)))
                .map(step -> new Sent(report, cases.createLater(caseId, step.after(), report.id(), step.events())));
    }

    /** A report that breaks the decision would break it for ever: it must not stop those behind it. */
    private static <T> Optional<T> soundly(Envelope<Received> report, List<Unusable> unusable, Supplier<T> decision) {
        try {
            return Optional.of(decision.get());
        } catch (RuntimeException e) {
            LOG.error("Report {} cannot be opened", report.id(), e);
            unusable.add(
                    new Unusable(report, "cannot-be-opened: " + e.getClass().getSimpleName()));
            return Optional.empty();
        }
    }

    private String number(UnitItem unit, Facts now) {
        String code = unit.code() == null ? unit.id() : unit.code();
        return numbers.next(code, LocalDate.ofInstant(now.now(), now.calendar().zone()));
    }

    private static List<Envelope<Received>> again(List<Sent> sent, List<Unusable> unusable) {
        List<Envelope<Received>> again = new ArrayList<>();
        for (Sent one : sent) {
            switch (one.commit().join()) {
                case Commit.Done<Case> done -> {
                    // a new case
                }
                case Commit.LostRace<Case> repeated -> {
                    // it stands already
                }
                case Commit.DuplicateKey<Case>(String index) -> {
                    if (!index.equals("_id_")) {
                        again.add(one.report());
                    }
                }
                case Commit.BadDocument<Case>(String message) ->
                    unusable.add(new Unusable(one.report(), "cannot-be-stored"));
                case Commit.OutboxFull<Case> full -> throw new StoreBusy("outbox full");
                case Commit.Unknown<Case>(String cause) -> throw new StoreBusy(cause);
            }
        }
        return again;
    }
}

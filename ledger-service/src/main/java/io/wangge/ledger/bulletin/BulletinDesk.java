package io.wangge.ledger.bulletin;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.ledger.bulletin.BulletinKind.Span;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.FigureDesk;
import io.wangge.ledger.rating.RatingTotals;
import io.wangge.ledger.score.Appeals;
import io.wangge.ledger.score.ScoreDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes bulletins, each once: by itself when a period is over, and when somebody asks. What one showed is kept with it, so
 * a later reading shows the same.
 */
public final class BulletinDesk {
    private final BulletinShelf shelf;
    private final ScoreDesk scores;
    private final InstantSource clock;
    private final Duration after;
    private final Map<BulletinKind, BulletinWriter> writers;

    /** @param after how long after a period's end its bulletin is made, so that what is under way has arrived */
    public BulletinDesk(
            BulletinShelf shelf,
            FigureDesk figures,
            Supervisions supervisions,
            ScoreDesk scores,
            RatingTotals ratings,
            Appeals appeals,
            InstantSource clock,
            Duration after) {
        this.shelf = shelf;
        this.scores = scores;
        this.clock = clock;
        this.after = after;
        this.writers = Map.of(
                BulletinKind.DAILY, new DailyInspection(figures, supervisions),
                BulletinKind.WEEKLY, new WeeklyBulletin(figures),
                BulletinKind.MONTHLY, new MonthlyAssessment(figures, scores, ratings, appeals));
    }

    /** Whether the period is over. */
    public boolean isOver(Span span) {
        return Days.dayOf(clock.instant()).isAfter(span.to());
    }

    public boolean hasBegun(Span span) {
        return !Days.dayOf(clock.instant()).isBefore(span.from());
    }

    /** The one that there is, else a new one; of a running period an interim one, under the client's id. */
    public Bulletin make(BulletinKind kind, UnitItem unit, Span span, Directory directory, String interimId) {
        boolean over = isOver(span);
        String id = over ? Bulletin.idOf(kind, unit.id(), span) : interimId;
        return shelf.find(id).orElseGet(() -> {
            if (kind == BulletinKind.MONTHLY && over) {
                scores.publishAll(YearMonth.from(span.from()), directory);
            }
            return shelf.put(made(id, kind, unit, span, directory, !over));
        });
    }

    private Bulletin made(
            String id, BulletinKind kind, UnitItem unit, Span span, Directory directory, boolean interim) {
        Instant now = clock.instant();
        Bulletin.Head head = new Bulletin.Head(
                id,
                kind,
                unit.id(),
                Names.unit(unit.id(), directory),
                unit.path(),
                span.text(),
                span.from(),
                span.to(),
                now,
                interim);
        return new Bulletin(
                head,
                Optional.ofNullable(writers.get(kind)).orElseThrow().tables(new Making(unit, span, directory, now)));
    }

    /**
     * All that are due and missing, oldest first. Several replicas may do this side by side: the first one's stand.
     *
     * @return how many it made
     */
    public int makeDue(Directory directory) {
        Optional<LocalDate> first = shelf.firstDay();
        if (first.isEmpty()) {
            return 0;
        }
        List<UnitItem> units = reported(directory);
        int made = 0;
        for (BulletinKind kind : BulletinKind.values()) {
            for (Span span : due(kind, first.get())) {
                Map<String, UnitItem> wanted = new HashMap<>();
                units.forEach(unit -> wanted.put(Bulletin.idOf(kind, unit.id(), span), unit));
                Set<String> known = shelf.known(wanted.keySet());
                for (Map.Entry<String, UnitItem> each : wanted.entrySet()) {
                    if (!known.contains(each.getKey())) {
                        make(kind, each.getValue(), span, directory, each.getKey());
                        made++;
                    }
                }
            }
        }
        return made;
    }

    /** Interim ones of the running periods for the top two tiers, at most one an hour: a demo has no yesterday. */
    public void makeInterim(Directory directory) {
        if (shelf.firstDay().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        String hour = now.truncatedTo(ChronoUnit.HOURS).toString();
        for (UnitItem unit : reported(directory)) {
            if (unit.path().size() <= 2) {
                for (BulletinKind kind : BulletinKind.values()) {
                    String id = "demo." + kind.code() + "." + unit.id() + "." + hour;
                    make(kind, unit, kind.around(Days.dayOf(now)), directory, id);
                }
            }
        }
    }

    /** Units with units below: what a grid did stands in its community's bulletin. */
    private static List<UnitItem> reported(Directory directory) {
        return directory.units().stream()
                .filter(unit -> unit.territorial()
                        && directory.childrenOf(unit.id()).stream().anyMatch(UnitItem::territorial))
                .sorted(Comparator.comparing(UnitItem::id))
                .toList();
    }

    private List<Span> due(BulletinKind kind, LocalDate first) {
        Span running = kind.around(Days.dayOf(clock.instant().minus(after)));
        List<Span> spans = new ArrayList<>();
        Span span = running;
        for (int i = 0; i < kind.caughtUp(); i++) {
            span = kind.before(span);
            if (!span.to().isBefore(first)) {
                spans.addFirst(span);
            }
        }
        return spans;
    }
}

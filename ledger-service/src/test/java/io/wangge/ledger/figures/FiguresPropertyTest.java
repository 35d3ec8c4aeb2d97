package io.wangge.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.contracts.casefile.CaseMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class FiguresPropertyTest {
    @Property(tries = 200)
    void whatChangesAddUpToIsWhatARecountFindsWhateverTheOrderOfCases(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<Envelope<Event>>> waiting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            waiting.add(new ArrayList<>(
                    Histories.random("case-" + i, random.nextLong()).events()));
        }
        Map<String, FigureFacts> facts = new HashMap<>();
        Rollup changed = new Rollup();
        while (!waiting.isEmpty()) {
            List<Envelope<Event>> one = waiting.get(random.nextInt(waiting.size()));
            @Nullable FigureFacts before = facts.get(one.getFirst().stream());
            @Nullable FigureFacts now = before;
            for (int taken = 1 + random.nextInt(3); taken > 0 && !one.isEmpty(); taken--) {
                Envelope<Event> event = one.removeFirst();
                now = FigureFacts.after(now, (CaseMessage<?>) event.body(), event.time());
                facts.put(event.stream(), now);
            }
            changed.addAll(FigureChange.between("any", before, now));
            waiting.removeIf(List::isEmpty);
        }

        Rollup recount = new Rollup();
        facts.values().forEach(all -> Contribution.of(all).forEach(contribution -> recount.add(contribution, 1)));
        assertThat(changed.rows()).isEqualTo(recount.rows());
    }

    @Property(tries = 200)
    void eachCaseCountsInExactlyOneDayAndPeriodsAddUpToTheWhole(@ForAll long seed) {
        FigureFacts facts = Histories.random("case", seed).facts();
        long days = Contribution.of(facts).stream()
                .filter(contribution -> contribution.counts().containsKey(Measure.DUE.key()))
                .count();
        assertThat(days).isEqualTo(facts.counted() ? 1 : 0);

        Period early = new Period(LocalDate.of(2016, 12, 1), LocalDate.of(2016, 12, 31));
        Period late = new Period(LocalDate.of(2017, 1, 1), LocalDate.of(2018, 12, 31));
        Period whole = new Period(early.from(), late.to());
        assertThat(due(facts, early) + due(facts, late)).isEqualTo(due(facts, whole));
    }

    @Property(tries = 200)
    void whatHappensAfterTheFirstClosingChangesNothingButTheCountOfReopenings(@ForAll long seed) {
        History history = Histories.random("case", seed);
        FigureFacts facts = null;
        List<Contribution> closed = null;
        for (Envelope<Event> event : history.events()) {
            facts = FigureFacts.after(facts, (CaseMessage<?>) event.body(), event.time());
            if (closed != null) {
                assertThat(Contribution.of(facts)).startsWith(closed.toArray(Contribution[]::new));
            } else if (facts.closing() != null) {
                closed = Contribution.of(facts);
            }
        }
    }

    @Property(tries = 200)
    void countsAreWhatTheyWereAfterPackingAddingAndUnpacking(@ForAll long one, @ForAll long another) {
        Map<Packing, Map<String, Long>> plain = new HashMap<>();
        Map<Packing, Map<String, Long>> packed = new HashMap<>();
        for (long seed : new long[] {one, another}) {
            for (Contribution contribution :
                    Contribution.of(Histories.random("case", seed).facts())) {
                Packing packing = contribution.isOfOpenCase() ? Packing.OF_OPEN_CASES : Packing.OF_CLOSED_CASES;
                contribution
                        .counts()
                        .forEach((key, count) -> plain.computeIfAbsent(packing, none -> new HashMap<>())
                                .merge(key, count, Long::sum));
                packing.packed(contribution.counts())
                        .forEach((key, count) -> packed.computeIfAbsent(packing, none -> new HashMap<>())
                                .merge(key, count, Long::sum));
            }
        }
        plain.forEach((packing, counts) -> {
            Map<String, Long> stored = packed.getOrDefault(packing, Map.of());
            stored.values().removeIf(count -> count == 0);
            assertThat(packing.unpacked(stored)).isEqualTo(counts);
        });
    }

    private static long due(FigureFacts facts, Period period) {
        Tally tally = new Tally();
        Contribution.of(facts).stream()
                .filter(contribution -> period.contains(contribution.day()))
                .forEach(contribution -> tally.add(period, contribution.lateClosing(), contribution.counts(), 1));
        return tally.sums().getOrDefault(Measure.DUE.key(), 0L);
    }
}

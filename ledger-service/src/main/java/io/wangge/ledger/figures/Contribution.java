package io.wangge.ledger.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one case adds to the figures of one day. All rollups are sums of contributions, so a change of a case is its
 * contributions from before taken away and those of now added, and a recount is adding up those of all cases.
 *
 * @param day such as 20161231
 * @param lateClosing the closing day where it lies after {@code day}, else 0: until then only the case's being due counts;
 *     {@link #NOT_CLOSED} for what an open case adds
 * @param units each counts it once
 * @param level null where no level is asked for
 * @param place the innermost unit of where an open case is; null for all else, which no board asks about by place
 * @param counts by {@link Measure#key}, {@code g:GRADE} and buckets of {@link TimeSpan}; never 0
 */
public record Contribution(
        int day,
        int lateClosing,
        Set<String> units,
        @Nullable String level,
        String category,
        String channel,
        @Nullable String worker,
        @Nullable String place,
        Map<String, Long> counts) {
    /** After the end of any period. */
    public static final int NOT_CLOSED = 99_999_999;

    static final String GRADE = "g:";
    /** Nobody has named a category. */
    static final String NO_CATEGORY = "-";

    /**
     * An open case adds to its due day that it is due. Whether it is overdue follows from that day, but on the day itself
     * from the hour: that alone is read from the case.
     */
    public static List<Contribution> of(@Nullable FigureFacts facts) {
        if (facts == null) {
            return List.of();
        }
        List<Contribution> all = new ArrayList<>();
        all.add(of(facts, Days.number(facts.origin().openedAt()), 0, null, counts(facts, Measure.Anchor.OPENING)));
        if (facts.closing() != null && facts.counted()) {
            all.add(of(
                    facts,
                    facts.countingDay(),
                    facts.lateClosingDay(),
                    facts.standing().level(),
                    closed(facts)));
            facts.holds().forEach(hold -> all.add(of(facts, hold)));
        } else if (facts.counted()) {
            all.add(open(facts));
        }
        facts.reopenedAt()
                .forEach(at -> all.add(of(facts, Days.number(at), 0, null, counts(facts, Measure.Anchor.REOPENING))));
        return all;
    }

    private static Contribution of(
            FigureFacts facts, int day, int lateClosing, @Nullable String level, Map<String, Long> counts) {
        return with(facts, day, lateClosing, facts.units(), level, null, counts);
    }

    private static Contribution open(FigureFacts facts) {
        List<String> territory = facts.standing().territoryPath();
        return with(
                facts,
                facts.countingDay(),
                NOT_CLOSED,
                facts.units(),
                facts.standing().level(),
                territory.isEmpty() ? null : territory.getLast(),
                counts(facts, Measure.Anchor.COUNTING));
    }

    public boolean isOfOpenCase() {
        return lateClosing == NOT_CLOSED;
    }

    private static Contribution of(FigureFacts facts, HoldFact hold) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(Measure.HOLDS.key(), 1L);
        if (hold.late()) {
            counts.put(Measure.HOLDS_LATE.key(), 1L);
        }
        if (hold.endedAt() != null) {
            counts.put(TimeSpan.HOLD.bucketOf(hold.startedAt(), hold.endedAt()), 1L);
        }
        return with(
                facts,
                facts.countingDay(),
                facts.lateClosingDay(),
                Set.copyOf(hold.unitPath()),
                hold.level(),
                null,
                counts);
    }

    private static Contribution with(
            FigureFacts facts,
            int day,
            int lateClosing,
            Set<String> units,
            @Nullable String level,
            @Nullable String place,
            Map<String, Long> counts) {
        String category = facts.standing().category();
        return new Contribution(
                day,
                lateClosing,
                units,
                level,
                category == null ? NO_CATEGORY : category,
                facts.origin().channel(),
                facts.origin().worker(),
                place,
                counts);
    }

    private static Map<String, Long> closed(FigureFacts facts) {
        Map<String, Long> counts = counts(facts, Measure.Anchor.COUNTING);
        counts.putAll(counts(facts, Measure.Anchor.CLOSING));
        FigureFacts.Closing closing = facts.closing();
        if (closing != null) {
            if (closing.grade() != null) {
                counts.put(GRADE + closing.grade(), 1L);
            }
            counts.put(TimeSpan.CLOSING.bucketOf(facts.origin().openedAt(), closing.at()), 1L);
        }
        if (facts.course().respondedAt() != null) {
            counts.put(
                    TimeSpan.RESPONSE.bucketOf(
                            facts.origin().openedAt(), facts.course().respondedAt()),
                    1L);
        }
        return counts;
    }

    private static Map<String, Long> counts(FigureFacts facts, Measure.Anchor anchor) {
        Map<String, Long> counts = new LinkedHashMap<>();
        measures(facts, anchor).forEach(measure -> counts.put(measure.key(), 1L));
        return counts;
    }

    private static Collection<Measure> measures(FigureFacts facts, Measure.Anchor anchor) {
        return Measure.of(anchor).stream()
                .filter(measure -> measure.counts(facts))
                .toList();
    }

    /** Keys of all measures that hold for a case: what a figure is opened down by. */
    public static List<String> keysOf(FigureFacts facts) {
        List<Measure> measures = new ArrayList<>(measures(facts, Measure.Anchor.OPENING));
        if (facts.counted()) {
            measures.addAll(measures(facts, Measure.Anchor.COUNTING));
            if (facts.closing() != null) {
                measures.addAll(measures(facts, Measure.Anchor.CLOSING));
            }
        }
        return measures.stream().map(Measure::key).toList();
    }
}

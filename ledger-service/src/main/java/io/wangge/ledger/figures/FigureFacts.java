package io.wangge.ledger.figures;

import io.wangge.contracts.Actor;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.report.Nature;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What figures need to know of one case. They come from the events of the case's own stream in the order of its numbers,
 * so neither the order of arrival nor repeats change them.
 *
 * <p>The first closing freezes all but {@code reopenedAt}: a reopening never rewrites past periods.
 *
 * @param holds oldest first, the first {@link #MOST_HOLDS}
 * @param closing the first one
 */
public record FigureFacts(
        Origin origin,
        Standing standing,
        Course course,
        List<HoldFact> holds,
        @Nullable Closing closing,
        List<Instant> reopenedAt) {
    static final int MOST_HOLDS = 50;
    static final int MOST_REOPENINGS = 20;

    /**
     * @param worker who took it in and stays answerable (首问责任人); null when a resident or a machine reported
     * @param nature 咨询, 投诉, …; null when nobody said, and for what was counted before it was kept
     */
    public record Origin(
            Instant openedAt,
            String channel,
            @Nullable String worker,
            @Nullable Nature nature) {
        /** Of no nature in particular. */
        public Origin(Instant openedAt, String channel, @Nullable String worker) {
            this(openedAt, channel, worker, null);
        }
    }

    /** As the last event of its first run said. */
    public record Standing(
            CaseState state,
            @Nullable String category,
            @Nullable String level,
            List<String> territoryPath,
            List<String> holderPath,
            @Nullable Instant dueAt) {
        static Standing of(CaseSummary summary) {
            return new Standing(
                    summary.state(),
                    summary.category(),
                    summary.level(),
                    summary.territoryPath(),
                    summary.holderPath(),
                    summary.dueAt());
        }
    }

    /**
     * How it went.
     *
     * @param respondBy when its first unit was to accept it; null before the first dispatch
     * @param respondedAt first acceptance, or settlement on the spot
     */
    public record Course(
            boolean onSpot,
            @Nullable Instant respondBy,
            @Nullable Instant respondedAt,
            int returns,
            int extensions,
            int escalations,
            int reworks) {
        static final Course START = new Course(false, null, null, 0, 0, 0, 0);

        Course given(Instant acceptBy) {
            return new Course(onSpot, acceptBy, respondedAt, returns, extensions, escalations, reworks);
        }

        Course responded(Instant at) {
            return new Course(onSpot, respondBy, at, returns, extensions, escalations, reworks);
        }

        Course settledOnSpot() {
            return new Course(true, respondBy, respondedAt, returns, extensions, escalations, reworks);
        }

        Course more(int moreReturns, int moreExtensions, int moreEscalations, int moreReworks) {
            return new Course(
                    onSpot,
                    respondBy,
                    respondedAt,
                    returns + moreReturns,
                    extensions + moreExtensions,
                    escalations + moreEscalations,
                    reworks + moreReworks);
        }
    }

    /** @param grade the worst that the residents gave; null when nobody was reached */
    public record Closing(
            Instant at, CloseReason reason, @Nullable String grade, boolean onTime) {}

    /** @param before null for the first event that is known of the case */
    public static FigureFacts after(@Nullable FigureFacts before, CaseMessage<?> message, Instant at) {
        return new FactsStep(before == null ? begin(message) : before).take(message, at);
    }

    private static FigureFacts begin(CaseMessage<?> message) {
        CaseSummary summary = message.after();
        Origin origin = message.what() instanceof CaseEvent.Opened opened
                ? new Origin(
                        summary.openedAt(), opened.channel().name(), staffId(opened.firstReceiver()), opened.nature())
                // A case from before figures were kept: how it came in is not known any more.
                : new Origin(summary.openedAt(), "UNKNOWN", null);
        return new FigureFacts(origin, Standing.of(summary), Course.START, List.of(), null, List.of());
    }

    private static @Nullable String staffId(Actor actor) {
        return actor.kind() == Actor.Kind.STAFF ? actor.id() : null;
    }

    /** Units whose case it is: those of its place and those of its holder, each once. */
    public Set<String> units() {
        Set<String> units = new LinkedHashSet<>(standing.territoryPath());
        units.addAll(standing.holderPath());
        return units;
    }

    /** Among the filed: neither turned down nor annulled nor carried by another; on the spot counts apart. */
    public boolean filed() {
        return switch (standing.state()) {
            case PENDING_CONFIRMATION, NOT_FILED, CANCELLED, MERGED -> false;
            default -> !settledOnSpot();
        };
    }

    /** 现场解决: filed and completed in one report, and never given to a unit. */
    public boolean settledOnSpot() {
        return course.onSpot() && standing.dueAt() == null;
    }

    /** Whether it counts among what is due to be closed, in the period of {@link #countingDay()}. */
    public boolean counted() {
        return filed()
                && standing.state() != CaseState.REFERRED_OUTSIDE
                && (standing.dueAt() != null || closing != null);
    }

    /**
     * The earlier of its due and its closing day, so that each case counts in exactly one period.
     *
     * @return such as 20161231; 0 for a case that does not count
     */
    public int countingDay() {
        if (!counted()) {
            return 0;
        }
        int due = standing.dueAt() == null ? Integer.MAX_VALUE : Days.dueDay(standing.dueAt());
        return closing == null ? due : Math.min(due, Days.number(closing.at()));
    }

    /** The day of its first closing where that is later than the counting day; 0 otherwise. */
    public int lateClosingDay() {
        if (closing == null) {
            return 0;
        }
        int closed = Days.number(closing.at());
        return closed > countingDay() ? closed : 0;
    }
}

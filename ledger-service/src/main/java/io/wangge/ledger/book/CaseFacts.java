package io.wangge.ledger.book;

import io.wangge.contracts.Actor;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.report.Nature;
import io.wangge.ledger.figures.FigureFacts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands after the last event that the ledger took in.
 *
 * @param seq of that event in the case's stream
 * @param at event time of that event
 * @param doer who completed it last
 * @param supervision the highest step of 督办, which never goes down
 * @param figures what is counted of it; null when its last event came before figures were kept
 */
public record CaseFacts(
        CaseSummary summary,
        long seq,
        Instant at,
        @Nullable Actor doer,
        SupervisionLevel supervision,
        @Nullable FigureFacts figures) {

    CaseFacts after(CaseMessage<?> message, long nextSeq, Instant time) {
        return new CaseFacts(
                message.after(),
                nextSeq,
                time,
                doerAfter(message, doer),
                supervisionAfter(message, supervision),
                FigureFacts.after(figures, message, time));
    }

    static CaseFacts first(CaseMessage<?> message, long seq, Instant time) {
        return new CaseFacts(
                message.after(),
                seq,
                time,
                doerAfter(message, null),
                supervisionAfter(message, SupervisionLevel.NONE),
                FigureFacts.after(null, message, time));
    }

    /** @param before null for the first event of the case */
    public static CaseFacts retold(@Nullable CaseFacts before, CaseMessage<?> message, long seq, Instant time) {
        return before == null ? first(message, seq, time) : before.after(message, seq, time);
    }

    private static SupervisionLevel supervisionAfter(CaseMessage<?> message, SupervisionLevel before) {
        return message.what() instanceof CaseEvent.Supervised supervised
                        && supervised.level().compareTo(before) > 0
                ? supervised.level()
                : before;
    }

    private static @Nullable Actor doerAfter(CaseMessage<?> message, @Nullable Actor before) {
        return switch (message.what()) {
            case CaseEvent.Completed completed -> message.by();
            case CaseEvent.SettledOnSpot settled -> message.by();
            default -> before;
        };
    }

    /** 咨询, 投诉, …; null where nobody said, and for what was last heard of before figures were kept. */
    @Nullable
    Nature nature() {
        return figures == null ? null : figures.origin().nature();
    }

    /** Every unit whose people may read it: territory, holder with all above it, and who held it before. */
    public List<String> scopeUnits() {
        return scopeOf(summary);
    }

    static List<String> scopeOf(CaseSummary summary) {
        return Stream.of(summary.territoryPath(), summary.holderPath(), summary.involvedUnits())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}

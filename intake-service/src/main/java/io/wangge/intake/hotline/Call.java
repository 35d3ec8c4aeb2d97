package io.wangge.intake.hotline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 来电.
 *
 * @param personId of the caller, where the number is known; opaque
 * @param offeredTo staff id at whose place it rings; null for anybody's
 * @param answeredBy staff id of the agent who took it
 * @param record where the telephone system keeps its recording
 * @param reportIds filed from this call
 * @param changedAt by the store's clock
 */
public record Call(
        String id,
        String line,
        @Nullable String number,
        @Nullable String personId,
        @Nullable String offeredTo,
        @Nullable String answeredBy,
        @Nullable Instant rangAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable String record,
        List<String> reportIds,
        List<Transfer> transfers,
        Instant changedAt) {
    public Call {
        reportIds = List.copyOf(reportIds);
        transfers = List.copyOf(transfers);
    }

    /** 转接: to another line or unit, or to another agent. */
    public record Transfer(
            String id,
            @Nullable String toLine,
            @Nullable String toUnitId,
            @Nullable String toAgentId,
            String reason,
            String byId,
            Instant at) {}

    /** As it stands now. */
    public enum State {
        RINGING,
        ANSWERED,
        ENDED
    }

    public State state() {
        if (endedAt != null) {
            return State.ENDED;
        }
        return answeredAt == null ? State.RINGING : State.ANSWERED;
    }

    /** Whose it is: who took it, before that at whose place it rings. */
    public @Nullable String agentId() {
        return answeredBy == null ? offeredTo : answeredBy;
    }

    /** What was said is written down for a while after the end. @param now by our clock */
    public boolean isAtHand(Instant now) {
        return endedAt == null || endedAt.plus(CallRules.AFTER_THE_END).isAfter(now);
    }

    /** Never the number, which is personal. */
    @Override
    public String toString() {
        return "Call[" + id + " " + state() + "]";
    }
}

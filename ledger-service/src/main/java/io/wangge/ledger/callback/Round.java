package io.wangge.ledger.callback;

import io.wangge.contracts.Actor;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.report.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 回访: one asking of the residents behind a case.
 *
 * @param roundId {@code caseId.n}
 * @param unitId the unit whose work is asked about
 * @param doerId the member of staff who completed it, who may not be the one that asks
 * @param theCase how the case stood when the round was opened; its paths are the round's scope
 * @param lastEventAt time of the round's last event; the next is never earlier
 * @param answer null while open, and when it was abandoned
 */
public record Round(
        String roundId,
        String caseId,
        State state,
        List<String> residentIds,
        @Nullable String unitId,
        @Nullable String doerId,
        Channel channel,
        Instant dueAt,
        Instant openedAt,
        Instant lastEventAt,
        CaseSummary theCase,
        List<Attempt> attempts,
        @Nullable Answer answer,
        @Nullable String abandonedFor) {

    /** Whether somebody still has to ask. */
    public enum State {
        OPEN,
        ANSWERED,
        ABANDONED
    }

    /** Every unit whose people see this round and may work on it. */
    public List<String> scopeUnits() {
        return Stream.of(theCase.territoryPath(), theCase.holderPath(), theCase.involvedUnits())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** On how many different days nobody answered. */
    public long daysTried() {
        return attempts.stream().map(Attempt::day).distinct().count();
    }

    Round withAttempt(Attempt attempt) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        return with(State.OPEN, attempt.at(), List.copyOf(all), null, null);
    }

    Round answered(Answer given) {
        return with(State.ANSWERED, given.at(), attempts, given, null);
    }

    Round abandoned(String reason, Instant at) {
        return with(State.ABANDONED, at, attempts, null, reason);
    }

    private Round with(
            State newState,
            Instant at,
            List<Attempt> newAttempts,
            @Nullable Answer newAnswer,
            @Nullable String newAbandonedFor) {
        return new Round(
                roundId,
                caseId,
                newState,
                residentIds,
                unitId,
                doerId,
                channel,
                dueAt,
                openedAt,
                at,
                theCase,
                newAttempts,
                newAnswer,
                newAbandonedFor);
    }

    /** @return the staff id behind an actor; null for residents and services, who are not on the callback desk */
    static @Nullable String staffIdOf(@Nullable Actor actor) {
        return actor != null && actor.kind() == Actor.Kind.STAFF ? actor.id() : null;
    }
}

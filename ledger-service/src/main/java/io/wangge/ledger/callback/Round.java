package io.wangge.ledger.callback;

import io.wangge.contracts.Actor;
import io.wangge.contracts.casefile.CaseSummary;
import io.wangge.contracts.report.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 回访: one asking of the residents behind a case.
 *
 * @param roundId {@code caseId.n}
 * @param unitId the unit whose work is asked about
 * @param doerId the member of staff who completed it, who may not be the one that asks
 * @param theCase how the case stood when the round was opened; its paths are the round's scope
 * @param replies what became of each reporter so far
 * @param lastEventAt time of the round's last event; the next is never earlier
 * @param answer null while open, and when it was abandoned
 * @param revisit 回头看: asked some time after closing, or after the inspection of a criticism
 * @param tipOff 举报: whoever knocked would show the neighbours who reported
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
        List<Reply> replies,
        @Nullable Answer answer,
        @Nullable String abandonedFor,
        boolean revisit,
        boolean tipOff) {

    private static final Set<Channel> MET_AT_THE_DOOR = Set.of(Channel.GRID_WORKER, Channel.VISIT, Channel.PATROL);
    private static final int DAYS_BEFORE_A_VISIT = 1;

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

    /** Who is asked, each by an id; one without a name when the case knows nobody. */
    public List<String> reporters() {
        return residentIds.isEmpty()
                ? List.of("")
                : residentIds.stream().distinct().toList();
    }

    /** What became of one reporter. */
    public Optional<Reply> replyOf(String residentId) {
        return replies.stream()
                .filter(reply -> reply.residentId().equals(residentId))
                .findFirst();
    }

    /** Those who have neither answered nor been given up. */
    public List<String> stillToAsk() {
        return reporters().stream()
                .filter(reporter -> replyOf(reporter).isEmpty())
                .toList();
    }

    /** Whether a resident's own answer waits for a clerk's word on the fault. */
    public boolean toJudge() {
        return state == State.OPEN && replies.stream().anyMatch(Reply::toJudge);
    }

    /**
     * 上门回访: the units whose grid workers may ask at the door; empty where a clerk calls. Knocked is where the resident
     * was met at the door before (domain.md: in the channel that the resident used), and where nobody answered the
     * telephone on a day: the second and third day, before the round gives up, are better spent at the door. Never for the
     * grid's own work, which its own people would then ask about, and never for a tip-off.
     *
     * @return the path from the top down to the grid of the matter
     */
    public List<String> visitUnits() {
        List<String> path = theCase.territoryPath();
        boolean somewhere = path.size() > 1 && !path.getLast().equals(unitId);
        boolean somebody = state == State.OPEN && !tipOff && !residentIds.isEmpty();
        boolean calledFor = MET_AT_THE_DOOR.contains(channel)
                ? !stillToAsk().isEmpty()
                : stillToAsk().stream().anyMatch(reporter -> daysTried(reporter) >= DAYS_BEFORE_A_VISIT);
        return somewhere && somebody && calledFor ? path : List.of();
    }

    /** Whether an outcome or a judgement of this id was taken: it may come again. */
    public boolean hasHeard(String commandId) {
        return RoundDecider.fingerprintOf(commandId, this).isPresent();
    }

    /** The day on which everybody who is still to be asked was last tried; null while there is something to do today. */
    public @Nullable LocalDate triedOn() {
        return lastDay(attempt -> true);
    }

    /** As {@link #triedOn}, of those who were not at home. */
    public @Nullable LocalDate knockedOn() {
        return lastDay(Attempt::atTheDoor);
    }

    private @Nullable LocalDate lastDay(Predicate<Attempt> counted) {
        if (state != State.OPEN || toJudge()) {
            return null;
        }
        LocalDate earliest = null;
        for (String reporter : stillToAsk()) {
            LocalDate last = attemptsAt(reporter)
                    .filter(counted)
                    .map(Attempt::day)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            if (last == null) {
                return null;
            }
            earliest = earliest == null || last.isBefore(earliest) ? last : earliest;
        }
        return earliest;
    }

    /** On how many different days this reporter did not answer. */
    long daysTried(String residentId) {
        return attemptsAt(residentId).map(Attempt::day).distinct().count();
    }

    private Stream<Attempt> attemptsAt(String residentId) {
        return attempts.stream()
                .filter(attempt ->
                        attempt.residentId() == null || attempt.residentId().equals(residentId));
    }

    /** Everyone answered or was given up, and nothing waits to be judged. */
    boolean isComplete() {
        return stillToAsk().isEmpty() && replies.stream().noneMatch(Reply::toJudge);
    }

    Round withAttempt(Attempt attempt) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        return with(State.OPEN, attempt.at(), List.copyOf(all), replies, null, null);
    }

    /** @param reply takes the place of an earlier one of the same reporter */
    Round withReply(Reply reply, Instant at) {
        List<Reply> all = new ArrayList<>(replies);
        all.removeIf(known -> known.residentId().equals(reply.residentId()));
        all.add(reply);
        return with(State.OPEN, at, attempts, List.copyOf(all), null, null);
    }

    /** The holidays of a year that it reaches into were published. */
    Round dueAnew(Instant due, Instant at) {
        return new Round(
                roundId,
                caseId,
                state,
                residentIds,
                unitId,
                doerId,
                channel,
                due,
                openedAt,
                at,
                theCase,
                attempts,
                replies,
                answer,
                abandonedFor,
                revisit,
                tipOff);
    }

    Round answered(Answer given) {
        return with(State.ANSWERED, given.at(), attempts, replies, given, null);
    }

    Round abandoned(String reason, Instant at) {
        return with(State.ABANDONED, at, attempts, replies, null, reason);
    }

    private Round with(
            State newState,
            Instant at,
            List<Attempt> newAttempts,
            List<Reply> newReplies,
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
                newReplies,
                newAnswer,
                newAbandonedFor,
                revisit,
                tipOff);
    }

    /** @return the staff id behind an actor; null for residents and services, who are not on the callback desk */
    static @Nullable String staffIdOf(@Nullable Actor actor) {
        return actor != null && actor.kind() == Actor.Kind.STAFF ? actor.id() : null;
    }
}

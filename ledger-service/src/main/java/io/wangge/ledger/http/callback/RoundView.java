package io.wangge.ledger.http.callback;

import io.wangge.contracts.callback.Mode;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.store.Stored;
import io.wangge.ledger.callback.Answer;
import io.wangge.ledger.callback.Attempt;
import io.wangge.ledger.callback.Reply;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.Script;
import io.wangge.ledger.desk.Claims.Claim;
import io.wangge.ledger.desk.Discretion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round as it is shown; {@code residentIds} are opaque, the contacts are with intake; they are shown to those only who
 * route, ask, inspect or audit.
 *
 * @param visit whether grid workers of its ground may ask at the door
 */
record RoundView(
        String roundId,
        String caseId,
        @Nullable String caseNumber,
        @Nullable String category,
        String state,
        String stateZh,
        long version,
        List<String> residentIds,
        @Nullable String unitId,
        String channel,
        Instant openedAt,
        Instant dueAt,
        List<AttemptView> attempts,
        @Nullable OutcomeView outcome,
        @Nullable String abandonedFor,
        boolean overdue,
        boolean toJudge,
        List<ReporterView> reporters,
        @Nullable ClaimView claim,
        @Nullable Script script,
        boolean revisit,
        String kindZh,
        String kindEn,
        boolean visit) {

    /**
     * @param residentId opaque; empty when the case knows nobody, or the reader needs not know
     * @param mode PHONE, VISIT, or LINK for the resident's own word
     */
    record ReporterView(
            String residentId,
            boolean answered,
            @Nullable Boolean reached,
            @Nullable Boolean settled,
            @Nullable String grade,
            @Nullable Boolean unitAtFault,
            boolean toJudge,
            boolean byLink,
            @Nullable String mode,
            List<String> tags) {
        static ReporterView of(String residentId, @Nullable Reply reply) {
            return reply == null
                    ? new ReporterView(residentId, false, null, null, null, null, false, false, null, List.of())
                    : new ReporterView(
                            residentId,
                            true,
                            reply.reached(),
                            reply.settled(),
                            reply.grade() == null ? null : reply.grade().name(),
                            reply.unitAtFault(),
                            reply.toJudge(),
                            reply.clerkId() == null,
                            modeOf(reply),
                            reply.tags());
        }
    }

    private static String modeOf(Reply reply) {
        if (reply.clerkId() == null) {
            return "LINK";
        }
        return (reply.atTheDoor() ? Mode.VISIT : Mode.PHONE).name();
    }

    record ClaimView(String by, Instant until) {
        static @Nullable ClaimView of(@Nullable Claim claim) {
            return claim == null ? null : new ClaimView(claim.clerkId(), claim.until());
        }
    }

    /** @param mode PHONE, or VISIT for nobody at home */
    record AttemptView(Instant at, String by, String mode) {
        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.at(), attempt.clerkId(), (attempt.atTheDoor() ? Mode.VISIT : Mode.PHONE).name());
        }
    }

    record OutcomeView(
            boolean reached,
            @Nullable Boolean settled,
            @Nullable String grade,
            @Nullable Boolean unitAtFault,
            Instant at,
            @Nullable String by) {
        static @Nullable OutcomeView of(@Nullable Answer answer) {
            return answer == null
                    ? null
                    : new OutcomeView(
                            answer.reached(),
                            answer.settled(),
                            answer.grade() == null ? null : answer.grade().name(),
                            answer.unitAtFault(),
                            answer.at(),
                            answer.clerkId());
        }
    }

    static RoundView of(
            Stored<Round> stored, Caller caller, Instant now, @Nullable Claim claim, @Nullable Script script) {
        Round round = stored.value();
        boolean visitor =
                !caller.staffId().equals(round.doerId()) && caller.covers(Role.GRID_WORKER, round.visitUnits());
        boolean confidant = visitor || Discretion.isConfidant(caller, round.scopeUnits());
        return new RoundView(
                round.roundId(),
                round.caseId(),
                round.theCase().caseNumber(),
                round.theCase().category(),
                round.state().name(),
                switch (round.state()) {
                    case OPEN -> "待回访";
                    case ANSWERED -> "已回访";
                    case ABANDONED -> "已终止";
                },
                stored.version(),
                confidant ? round.residentIds() : List.of(),
                round.unitId(),
                round.channel().name(),
                round.openedAt(),
                round.dueAt(),
                round.attempts().stream().map(AttemptView::of).toList(),
                OutcomeView.of(round.answer()),
                round.abandonedFor(),
                round.state() == Round.State.OPEN && round.dueAt().isBefore(now),
                round.toJudge(),
                round.reporters().stream()
                        .map(reporter -> ReporterView.of(
                                confidant ? reporter : "",
                                round.replyOf(reporter).orElse(null)))
                        .toList(),
                ClaimView.of(claim),
                script,
                round.revisit(),
                round.revisit() ? "回头看" : "回访",
                round.revisit() ? "Revisit" : "Callback",
                !round.visitUnits().isEmpty());
    }
}

package io.wangge.ledger.http.callback;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.desk.Claims;
import io.wangge.ledger.desk.Claims.Claim;
import io.wangge.ledger.records.Turns.Taken;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may see a round, who may work on it, and what is answered. */
@Component
class RoundDoor {
    private final StreamStore<Round> rounds;
    private final Claims claims;
    private final InstantSource clock;

    RoundDoor(StreamStore<Round> rounds, Claims claims, InstantSource clock) {
        this.rounds = rounds;
        this.claims = claims;
        this.clock = clock;
    }

    Stored<Round> inScope(Caller caller, String roundId, Duration wait) {
        return rounds.loadAtLeast(roundId, 1, wait)
                .filter(round -> caller.coversAny(round.value().scopeUnits()))
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    /** Asking is the callback clerk's alone: neither the holder nor whoever took the matter in judges the work. */
    Actor clerk(Caller caller, Round round) {
        return caller.unitsOf(Role.CALLBACK_CLERK).stream()
                .filter(round.scopeUnits()::contains)
                .sorted()
                .findFirst()
                .map(unit -> Actor.staff(caller.staffId(), unit))
                .orElseThrow(() -> new ProblemException(403, ProblemCodes.NOT_ALLOWED));
    }

    /** As {@link #clerk}, and no other clerk has claimed it. */
    Actor clerkAtWork(Caller caller, Round round) {
        Actor clerk = clerk(caller, round);
        Optional<Claim> claim = claims.standing(round.roundId(), clock.instant());
        if (claim.isPresent() && !claim.get().clerkId().equals(clerk.id())) {
            throw claimedByAnother(claim.get());
        }
        return clerk;
    }

    static ProblemException claimedByAnother(Claim claim) {
        return new ProblemException(
                409, "claimed-by-another", Map.of("until", claim.until().toString(), "clerkId", claim.clerkId()));
    }

    /** @throws ProblemException for whatever was not taken */
    static Stored<Round> standing(Taken<Round> taken) {
        return switch (taken) {
            case Taken.Standing<Round>(Stored<Round> now) -> now;
            case Taken.NotAllowed<Round>(Refused why) -> throw new ProblemException(409, why);
            case Taken.Unknown<Round>() -> throw new ProblemException(503, ProblemCodes.OUTCOME_UNKNOWN);
            case Taken.Full<Round>() -> throw new ProblemException(503, ProblemCodes.OUTBOX_FULL);
        };
    }
}

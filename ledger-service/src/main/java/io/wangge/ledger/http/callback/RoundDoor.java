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
import io.wangge.ledger.desk.CallbackDesk.Asker;
import io.wangge.ledger.desk.Claims;
import io.wangge.ledger.desk.Claims.Claim;
import io.wangge.ledger.records.Turns.Taken;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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

    /** Judging is the callback clerk's alone: neither the holder nor whoever took the matter in judges the work. */
    Actor clerk(Caller caller, Round round) {
        return unitOf(caller, Role.CALLBACK_CLERK, round.scopeUnits())
                .orElseThrow(() -> new ProblemException(403, ProblemCodes.NOT_ALLOWED));
    }

    /** As {@link #clerk}, and nobody else has claimed it. */
    Actor clerkAtWork(Caller caller, Round round) {
        return unclaimed(clerk(caller, round), round);
    }

    /** A clerk on the telephone, or a grid worker of the matter's own ground at the door; who does both, calls. */
    Asker asker(Caller caller, Round round) {
        return unitOf(caller, Role.CALLBACK_CLERK, round.scopeUnits())
                .map(Asker::byPhone)
                .or(() -> unitOf(caller, Role.GRID_WORKER, round.theCase().territoryPath())
                        .map(Asker::atTheDoor))
                .orElseThrow(() -> new ProblemException(403, ProblemCodes.NOT_ALLOWED));
    }

    /** As {@link #asker}, and nobody else has claimed it. */
    Asker askerAtWork(Caller caller, Round round) {
        Asker asker = asker(caller, round);
        unclaimed(asker.who(), round);
        return asker;
    }

    private Actor unclaimed(Actor actor, Round round) {
        Optional<Claim> claim = claims.standing(round.roundId(), clock.instant());
        if (claim.isPresent() && !claim.get().clerkId().equals(actor.id())) {
            throw claimedByAnother(claim.get());
        }
        return actor;
    }

    private static Optional<Actor> unitOf(Caller caller, Role role, List<String> units) {
        return caller.unitsOf(role).stream()
                .filter(units::contains)
                .sorted()
                .findFirst()
                .map(unit -> Actor.staff(caller.staffId(), unit));
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

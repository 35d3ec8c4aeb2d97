package io.wangge.ledger.http.callback;

import io.wangge.contracts.callback.Mode;
import io.wangge.contracts.directory.Caller;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.store.Stored;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.desk.CallbackDesk.Asker;
import io.wangge.ledger.desk.Claims;
import io.wangge.ledger.desk.Claims.Claim;
import io.wangge.ledger.files.CallbackSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 领取: a clerk or a grid worker takes a round, so that no other asks the same resident at the same time. */
@RestController
@RequestMapping("/api/v1/callbacks/{roundId}/claim")
class ClaimController {
    private final RoundDoor door;
    private final RoundViews views;
    private final Claims claims;
    private final CallbackSettings settings;
    private final InstantSource clock;

    ClaimController(RoundDoor door, RoundViews views, Claims claims, CallbackSettings settings, InstantSource clock) {
        this.door = door;
        this.views = views;
        this.claims = claims;
        this.settings = settings;
        this.clock = clock;
    }

    /** Once more by the same clerk keeps it longer. */
    @PostMapping
    RoundView claim(Caller caller, @PathVariable String roundId) {
        Stored<Round> round = door.inScope(caller, roundId, Duration.ZERO);
        Asker asker = door.asker(caller, round.value());
        String clerk = asker.who().id();
        if (round.value().state() != Round.State.OPEN) {
            throw new ProblemException(
                    409, "round-ended", Map.of("state", round.value().state().name()));
        }
        if (asker.mode() == Mode.VISIT) {
            mayKnock(clerk, round.value());
        }
        Instant now = clock.instant();
        Claim standing = claims.claim(new Claim(roundId, clerk, now.plus(settings.claimFor())), now);
        if (!standing.clerkId().equals(clerk)) {
            throw RoundDoor.claimedByAnother(standing);
        }
        return views.withScript(caller, round);
    }

    /** As a visit's outcome is refused: who stood at a door for nothing has wasted more than a click. */
    private static void mayKnock(String worker, Round round) {
        if (worker.equals(round.doerId())) {
            throw new ProblemException(409, "doer-cannot-ask");
        }
        if (round.visitUnits().isEmpty()) {
            throw new ProblemException(409, "visit-not-called-for");
        }
    }

    @DeleteMapping
    RoundView release(Caller caller, @PathVariable String roundId) {
        Stored<Round> round = door.inScope(caller, roundId, Duration.ZERO);
        claims.release(roundId, door.asker(caller, round.value()).who().id());
        return views.of(caller, round);
    }
}

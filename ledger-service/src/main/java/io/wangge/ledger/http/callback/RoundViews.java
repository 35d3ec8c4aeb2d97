package io.wangge.ledger.http.callback;

import io.wangge.contracts.directory.Caller;
import io.wangge.kit.store.Stored;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.Script;
import io.wangge.ledger.callback.Scripts;
import io.wangge.ledger.desk.Claims;
import io.wangge.ledger.desk.Claims.Claim;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rounds as they are shown, with who has claimed them. */
@Component
class RoundViews {
    private final Claims claims;
    private final Scripts scripts;
    private final InstantSource clock;

    RoundViews(Claims claims, Scripts scripts, InstantSource clock) {
        this.claims = claims;
        this.scripts = scripts;
        this.clock = clock;
    }

    List<RoundView> of(Caller caller, List<Stored<Round>> rounds) {
        Instant now = clock.instant();
        Map<String, Claim> standing =
                claims.standing(rounds.stream().map(Stored::id).toList(), now);
        return rounds.stream()
                .map(round -> RoundView.of(round, caller, now, standing.get(round.id()), null))
                .toList();
    }

    RoundView of(Caller caller, Stored<Round> round) {
        return one(caller, round, null);
    }

    /** With what the clerk says on the phone. */
    RoundView withScript(Caller caller, Stored<Round> round) {
        return one(caller, round, scripts.of(round.value().theCase().category()));
    }

    private RoundView one(Caller caller, Stored<Round> round, @Nullable Script script) {
        Instant now = clock.instant();
        // What is over is nobody's any more.
        Optional<Claim> claim =
                round.value().state() == Round.State.OPEN ? claims.standing(round.id(), now) : Optional.empty();
        return RoundView.of(round, caller, now, claim.orElse(null), script);
    }
}

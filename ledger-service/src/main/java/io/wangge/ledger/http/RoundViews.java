package io.wangge.ledger.http;

import io.wangge.contracts.directory.Caller;
import io.wangge.kit.store.Stored;
import io.wangge.ledger.callback.Round;
import io.wangge.ledger.callback.Scripts;
import io.wangge.ledger.desk.Claims;
import io.wangge.ledger.desk.Claims.Claim;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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
        return of(caller, List.of(round)).getFirst();
    }

    /** With what the clerk says on the phone. */
    RoundView withScript(Caller caller, Stored<Round> round) {
        Instant now = clock.instant();
        return RoundView.of(
                round,
                caller,
                now,
                claims.standing(List.of(round.id()), now).get(round.id()),
                scripts.of(round.value().theCase().category()));
    }
}

package io.wangge.ledger.criticism;

import io.wangge.contracts.Refused;
import io.wangge.contracts.criticism.ScoringEvent.ScoringNoticed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/** 半年评议: what a district sets about its rounds. @param notice at least so long before a round opens */
public record ScoringRules(Duration notice, int judges, int lowest, int highest, boolean dropExtremes) {

    /** Why a round cannot be announced like this. */
    public Optional<Refused> whyNot(ScoringNoticed round, Instant now) {
        Instant earliest = now.plus(notice);
        if (round.opensAt().isBefore(earliest)) {
            return Optional.of(new Refused("notice-too-short", Map.of("earliest", earliest)));
        }
        if (!round.closesAt().isAfter(round.opensAt())) {
            return Optional.of(Refused.of("closes-before-it-opens"));
        }
        boolean once = new HashSet<>(round.judges()).size() == round.judges().size();
        return once && round.judges().size() == judges
                ? Optional.empty()
                : Optional.of(new Refused("wrong-number-of-judges", Map.of("needed", judges)));
    }
}

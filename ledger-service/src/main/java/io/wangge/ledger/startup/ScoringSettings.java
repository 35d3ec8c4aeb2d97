package io.wangge.ledger.startup;

import io.wangge.kit.settings.StartRefused;
import io.wangge.ledger.criticism.ScoringRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 半年评议 ({@code grid.scoring.*}; systems.md S6). A round keeps what was in force when it was announced.
 *
 * @param notice at least so long before it opens
 * @param judges so many, each with one ballot
 * @param lowest score
 * @param highest score
 * @param dropExtremes whether each candidate's highest and lowest score are left out of its mean
 */
@ConfigurationProperties("grid.scoring")
record ScoringSettings(
        @DefaultValue("7d") Duration notice,
        @DefaultValue("10") int judges,
        @DefaultValue("0") int lowest,
        @DefaultValue("100") int highest,
        @DefaultValue("true") boolean dropExtremes) {
    private static final int MOST_JUDGES = 100;

    ScoringSettings {
        StartRefused.unless(!notice.isNegative(), "grid.scoring.notice", notice, "it cannot be negative");
        StartRefused.unless(
                judges >= 1 && judges <= MOST_JUDGES,
                "grid.scoring.judges",
                judges,
                "it must lie between 1 and " + MOST_JUDGES);
        StartRefused.unless(lowest < highest, "grid.scoring.lowest", lowest, "it must lie below grid.scoring.highest");
    }

    ScoringRules rules() {
        return new ScoringRules(notice, judges, lowest, highest, dropExtremes);
    }
}

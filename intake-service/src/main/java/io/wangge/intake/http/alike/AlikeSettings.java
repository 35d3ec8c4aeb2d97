package io.wangge.intake.http.alike;

import io.wangge.intake.alike.Rule;
import io.wangge.intake.place.Cells;
import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When two reports may be of one matter ({@code grid.duplicates.*}, the same names as in dispatch-service).
 *
 * @param metres at most between the two places
 * @param within at most between the two receipts
 * @param wording per cent of common words from which on two texts are alike
 */
@ConfigurationProperties("grid.duplicates")
record AlikeSettings(
        @DefaultValue("50") int metres,
        @DefaultValue("24h") Duration within,
        @DefaultValue("25") int wording) {
    AlikeSettings {
        StartRefused.unless(
                metres >= 1 && metres <= Cells.MOST_METRES,
                "grid.duplicates.metres",
                metres,
                "it must lie between 1 and " + Cells.MOST_METRES);
        StartRefused.unless(
                within.isPositive() && within.compareTo(Duration.ofDays(31)) <= 0,
                "grid.duplicates.within",
                within,
                "it must lie between nothing and 31 days");
        StartRefused.unless(
                wording >= 1 && wording <= 100, "grid.duplicates.wording", wording, "it must lie between 1 and 100");
    }

    Rule rule() {
        return new Rule(metres, within, wording / 100.0);
    }
}

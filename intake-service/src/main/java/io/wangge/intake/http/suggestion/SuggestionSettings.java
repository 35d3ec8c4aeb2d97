package io.wangge.intake.http.suggestion;

import io.wangge.intake.desk.SuggestCategory;
import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How categories are suggested ({@code grid.suggestions.*}).
 *
 * @param retrainAfter age at which a model is replaced
 * @param reports latest reports that are learnt from, at most
 * @param atLeast per cent of confidence below which nothing is proposed
 */
@ConfigurationProperties("grid.suggestions")
record SuggestionSettings(
        @DefaultValue("24h") Duration retrainAfter,
        @DefaultValue("20000") int reports,
        @DefaultValue("3") int atLeast) {
    SuggestionSettings {
        StartRefused.unless(
                retrainAfter.compareTo(Duration.ofMinutes(1)) >= 0,
                "grid.suggestions.retrain-after",
                retrainAfter,
                "it must be at least 1m");
        StartRefused.unless(
                reports >= 0 && reports <= 200_000,
                "grid.suggestions.reports",
                reports,
                "it must lie between 0 and 200000");
        StartRefused.unless(
                atLeast >= 0 && atLeast <= 100, "grid.suggestions.at-least", atLeast, "it must lie between 0 and 100");
    }

    SuggestCategory.Settings asSettings() {
        return new SuggestCategory.Settings(retrainAfter, reports, atLeast / 100.0);
    }
}

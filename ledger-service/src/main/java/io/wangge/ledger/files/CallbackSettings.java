package io.wangge.ledger.files;

import io.wangge.kit.settings.StartRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How residents are called back.
 *
 * @param claimFor how long a clerk keeps a round that they took and did nothing with
 * @param scripts file with what clerks say, by category, in place of the one that is built in
 * @param sendLinks whether every reporter is sent a link to answer with as soon as a round opens
 * @param tags words that a resident may tick, codes; what they are called is the page's matter
 */
@ConfigurationProperties("grid.callbacks")
public record CallbackSettings(
        @DefaultValue("30m") Duration claimFor,
        @Nullable Path scripts,

        @DefaultValue("true") boolean sendLinks,

        @DefaultValue({"SLOW", "RUDE", "NOT_DONE", "HALF_DONE", "PROMPT", "KIND", "THOROUGH"})
        List<String> tags) {
    public CallbackSettings {
        StartRefused.unless(
                claimFor.compareTo(Duration.ofMinutes(1)) >= 0 && claimFor.compareTo(Duration.ofHours(8)) <= 0,
                "grid.callbacks.claim-for",
                claimFor,
                "it must lie between 1m and 8h");
        tags = List.copyOf(tags);
    }
}

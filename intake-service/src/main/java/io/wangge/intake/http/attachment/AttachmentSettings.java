package io.wangge.intake.http.attachment;

import io.wangge.kit.settings.StartRefused;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How attachments are dealt with.
 *
 * @param linksFor how long a signed link is good, at least
 * @param giveUpAfter when a declared upload that never came makes room again; longer than a phone is away
 * @param clamd host:port of a virus scanner; none by default
 * @param sweep pause between two looks for uploads that were left over
 */
@ConfigurationProperties("grid.attachments")
record AttachmentSettings(
        @DefaultValue("10m") Duration linksFor,
        @DefaultValue("30d") Duration giveUpAfter,
        @Nullable String clamd,
        @DefaultValue("30s") Duration sweep) {
    AttachmentSettings {
        StartRefused.unless(
                linksFor.compareTo(Duration.ofMinutes(1)) >= 0,
                "grid.attachments.links-for",
                linksFor,
                "it must be at least 1m");
        StartRefused.unless(
                giveUpAfter.compareTo(Duration.ofDays(1)) >= 0,
                "grid.attachments.give-up-after",
                giveUpAfter,
                "it must be at least 1d");
        StartRefused.unless(
                clamd == null || clamd.isEmpty() || clamd.matches("[^:\\s]+:\\d{1,5}"),
                "grid.attachments.clamd",
                String.valueOf(clamd),
                "it must be host:port");
        StartRefused.unless(sweep.isPositive(), "grid.attachments.sweep", sweep, "it must be longer than nothing");
    }
}

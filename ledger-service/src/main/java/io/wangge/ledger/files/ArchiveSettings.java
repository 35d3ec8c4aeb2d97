package io.wangge.ledger.files;

import io.wangge.kit.settings.StartRefused;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept how long. Nothing is archived or forgotten unless it is set.
 *
 * @param folder of archived days; every replica must see the same one, and whoever verifies offline a copy of it
 * @param entriesAfterDays sealed days that are older leave the database for the folder; null: none do
 * @param textsAfterDays texts and resident ids of cases that were over for so long are forgotten; their hashes stay, and
 *     with them the chain; null: none are
 * @param every pause between two looks
 */
@ConfigurationProperties("grid.archive")
public record ArchiveSettings(
        @Nullable Path folder,
        @Nullable Integer entriesAfterDays,
        @Nullable Integer textsAfterDays,
        @DefaultValue("1h") Duration every) {
    public ArchiveSettings {
        StartRefused.unless(
                entriesAfterDays == null || entriesAfterDays >= 1 && folder != null,
                "grid.archive.entries-after-days",
                String.valueOf(entriesAfterDays),
                "it must be at least 1 and needs grid.archive.folder");
        StartRefused.unless(
                textsAfterDays == null || textsAfterDays >= 1,
                "grid.archive.texts-after-days",
                String.valueOf(textsAfterDays),
                "it must be at least 1");
        StartRefused.unless(every.toSeconds() >= 1, "grid.archive.every", every, "it must be at least 1s");
    }
}

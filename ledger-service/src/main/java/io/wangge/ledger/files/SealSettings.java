package io.wangge.ledger.files;

import io.wangge.kit.settings.StartRefused;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is sealed.
 *
 * @param folder holds {@code seal-key.pem}, {@code seal-keys.json} (public keys, also past ones) and {@code seals.jsonl} (every
 *     seal this replica closed); none: seals are published on Kafka only
 * @param key the private key itself (PEM, PKCS #8, Ed25519), where a secret is better kept than in the folder
 * @param makeKey whether to make a key when there is none; for one machine, where nobody else would
 * @param every pause between two seals
 */
@ConfigurationProperties("grid.seals")
public record SealSettings(
        @Nullable Path folder,
        @Nullable String key,
        @DefaultValue("false") boolean makeKey,
        @DefaultValue("1m") Duration every) {
    public SealSettings {
        StartRefused.unless(
                every.compareTo(Duration.ofSeconds(1)) >= 0 && every.compareTo(Duration.ofHours(1)) <= 0,
                "grid.seals.every",
                every,
                "it must lie between 1s and 1h");
        StartRefused.unless(
                !makeKey || folder != null,
                "grid.seals.make-key",
                makeKey,
                "the key that is made needs grid.seals.folder");
    }
}

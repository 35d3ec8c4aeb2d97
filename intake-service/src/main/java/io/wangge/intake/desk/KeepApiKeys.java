package io.wangge.intake.desk;

import io.wangge.contracts.Actor;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.Role;
import io.wangge.intake.apikey.ApiKey;
import io.wangge.intake.apikey.KeyText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Issues, lists and revokes keys; only administrators of the whole district do. And tells whether a shown key is good. */
public final class KeepApiKeys {
    private final ApiKeys keys;
    private final Supplier<String> secrets;
    private final Supplier<Directory> directory;
    private final InstantSource clock;

    /** @param secrets 64 random hexadecimal digits each */
    public KeepApiKeys(ApiKeys keys, Supplier<String> secrets, Supplier<Directory> directory, InstantSource clock) {
        this.keys = keys;
        this.secrets = secrets;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param text the key itself, to be shown this once; null when none was issued */
    public record Issued(
            ApiKeys.Outcome outcome, ApiKey key, @Nullable KeyText text) {}

    public boolean mayKeep(Caller caller) {
        return caller.covers(Role.ADMIN, directory.get().top().path());
    }

    /** The caller must be one who {@link #mayKeep}. */
    public Issued issue(
            Caller caller,
            String keyId,
            String name,
            String scope,
            @Nullable Instant expiresAt,
            @Nullable String traceparent) {
        KeyText text = new KeyText(keyId, secrets.get());
        Instant now = Instant.ofEpochMilli(clock.millis());
        ApiKey key = new ApiKey(keyId, name, scope, text.secretHash(), caller.staffId(), now, expiresAt, null);
        ApiKeys.Outcome outcome = keys.issue(key, by(caller), traceparent);
        return new Issued(outcome, key, outcome == ApiKeys.Outcome.DONE ? text : null);
    }

    public List<ApiKey> all() {
        return keys.all();
    }

    public ApiKeys.Outcome revoke(Caller caller, String keyId, @Nullable String traceparent) {
        return keys.revoke(keyId, by(caller), Instant.ofEpochMilli(clock.millis()), traceparent);
    }

    /** @return the key that was shown, when it is good for {@code scope} now */
    public Optional<ApiKey> admitted(String shown, String scope) {
        return KeyText.parse(shown)
                .flatMap(text ->
                        keys.find(text.keyId()).filter(key -> key.admits(text.secretHash(), scope, clock.instant())));
    }

    private Actor by(Caller caller) {
        return Actor.staff(caller.staffId(), directory.get().top().id());
    }
}

package io.wangge.intake.desk;

import io.wangge.contracts.Actor;
import io.wangge.intake.apikey.ApiKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All keys that were ever issued. Issuing and revoking are on record (grid.audit.v1) or have not happened. */
public interface ApiKeys {
    Optional<ApiKey> find(String keyId);

    /** Newest first, at most 1000. */
    List<ApiKey> all();

    /** @return what became of it; a taken id issues nothing */
    Outcome issue(ApiKey key, Actor by, @Nullable String traceparent);

    /** One that is revoked already stays as it is: DONE. */
    Outcome revoke(String keyId, Actor by, Instant at, @Nullable String traceparent);

    /** What became of a change. */
    enum Outcome {
        DONE,
        ID_TAKEN,
        NOT_FOUND,
        /** Nobody knows; the same again will tell. */
        UNKNOWN
    }
}

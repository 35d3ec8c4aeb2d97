package io.wangge.gateway.signing;

import java.time.Instant;
import java.util.List;

/** Where key pairs are kept for all replicas. Calls block: never on the event loop. */
public interface KeyStore {
    /** @param sealed what {@link io.wangge.kit.secret.TextSeal} made of the pair's JWK */
    record StoredKey(long number, Instant createdAt, String sealed) {
        @Override
        public String toString() {
            return "StoredKey[" + number + "]";
        }
    }

    List<StoredKey> all();

    /** @return false when another replica was first with this number */
    boolean add(StoredKey key);

    void remove(long number);
}

package io.wangge.gateway.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.wangge.gateway.signing.KeyStore.StoredKey;
import io.wangge.kit.identity.SigningKeys;
import io.wangge.kit.secret.TextSeal;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys as this replica knows them. {@link #refresh()} makes the first one and newer ones; of replicas that do so at the
 * same moment one wins and the others take its key.
 */
public final class GatewayKeys implements SigningKeys {
    private static final int BITS = 2048;

    private final KeyStore store;
    private final RotationPolicy policy;
    private final InstantSource clock;
    private final TextSeal seal;
    private volatile KeyRing ring;

    public GatewayKeys(KeyStore store, RotationPolicy policy, InstantSource clock, @Nullable String keySecret) {
        this.store = store;
        this.policy = policy;
        this.clock = clock;
        this.seal = new TextSeal(keySecret, "signing keys", "GRID_KEY_SECRET");
        this.ring = new KeyRing(List.of(), policy);
    }

    public boolean isReady() {
        return !ring.keys().isEmpty();
    }

    /** Reads the keys of all replicas, makes a newer one when it is time, forgets those past use. Blocks. */
    public void refresh() {
        Instant now = clock.instant();
        KeyRing found = read();
        if (found.needsNewer(now)) {
            // Whether this replica or another was first: the store has the number's only key now.
            store.add(newKey(found.nextNumber(), now));
            found = read();
        }
        found.outdated(now).forEach(key -> store.remove(key.number()));
        ring = found;
    }

    /** The pair that signs now; empty before the first {@link #refresh()}. */
    Optional<RSAKey> signing() {
        KeyRing now = ring;
        return now.keys().isEmpty()
                ? Optional.empty()
                : Optional.of(now.signing(clock.instant()).pair());
    }

    /** The public keys by which tokens of all replicas are checked. */
    public JWKSet published() {
        return new JWKSet(ring.published(clock.instant()).stream()
                .map(key -> (JWK) key.pair().toPublicJWK())
                .toList());
    }

    /** From memory, so that checking a token never waits; {@link #refresh()} follows the other replicas. */
    @Override
    public Optional<RSAPublicKey> key(String keyId) {
        return ring.published(clock.instant()).stream()
                .filter(key -> keyId.equals(key.pair().getKeyID()))
                .findFirst()
                .map(GatewayKeys::publicPart);
    }

    private static RSAPublicKey publicPart(SigningKey key) {
        try {
            return key.pair().toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException("Signing key " + key.number() + " has no public part", e);
        }
    }

    private KeyRing read() {
        return new KeyRing(store.all().stream().map(this::opened).toList(), policy);
    }

    private SigningKey opened(StoredKey stored) {
        try {
            return new SigningKey(stored.number(), stored.createdAt(), RSAKey.parse(seal.open(stored.sealed())));
        } catch (ParseException e) {
            throw new TextSeal.Unreadable("Signing key " + stored.number() + " in the database is no key");
        }
    }

    private StoredKey newKey(long number, Instant now) {
        try {
            RSAKey pair = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new StoredKey(number, now, seal.seal(pair.toJSONString()));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK makes RSA keys", e);
        }
    }
}

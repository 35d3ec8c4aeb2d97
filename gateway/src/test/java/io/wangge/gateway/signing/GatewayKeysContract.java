package io.wangge.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import io.wangge.kit.identity.TokenCheck;
import io.wangge.kit.identity.TokenVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What replicas may rely on, whatever keeps the keys. */
interface GatewayKeysContract {
    RotationPolicy POLICY = new RotationPolicy(Duration.ofDays(30), Duration.ofMinutes(2), Duration.ofMinutes(15));
    Instant START = Instant.parse("2026-11-22T08:00:00Z");

    /** An empty store. */
    KeyStore store();

    @Test
    default void replicasThatStartTogetherSignWithOneKey() throws Exception {
        KeyStore store = store();
        List<GatewayKeys> replicas =
                List.of(replica(store, () -> START), replica(store, () -> START), replica(store, () -> START));
        try (var together = Executors.newFixedThreadPool(replicas.size())) {
            together.invokeAll(replicas.stream()
                            .map(keys -> (Callable<Boolean>) () -> {
                                keys.refresh();
                                return true;
                            })
                            .toList())
                    .forEach(done -> assertThat(done).succeedsWithin(Duration.ofSeconds(60)));
        }
        assertThat(store.all()).hasSize(1);
        assertThat(replicas.stream()
                        .map(keys -> keys.signing().orElseThrow().getKeyID())
                        .distinct())
                .hasSize(1);
    }

    @Test
    default void anOldKeyIsReplacedAndItsTokensStayGoodUntilTheyExpire() {
        KeyStore store = store();
        AtomicReference<Instant> now = new AtomicReference<>(START);
        GatewayKeys keys = replica(store, now::get);
        keys.refresh();
        String first = keys.signing().orElseThrow().getKeyID();

        now.set(START.plus(Duration.ofDays(30)));
        keys.refresh();
        assertThat(keys.published().getKeys()).hasSize(2);
        assertThat(keys.signing().orElseThrow().getKeyID())
                .as("announced, not signing yet")
                .isEqualTo(first);
        now.set(now.get().plus(POLICY.announce()));
        String second = keys.signing().orElseThrow().getKeyID();
        assertThat(second).isNotEqualTo(first);

        now.set(now.get().plus(Duration.ofMinutes(15)));
        keys.refresh();
        assertThat(keys.key(first)).isPresent();
        now.set(now.get().plus(Duration.ofMinutes(2)));
        keys.refresh();
        assertThat(keys.published().getKeys().stream().map(JWK::getKeyID)).containsExactly(second);
        assertThat(store.all()).hasSize(1);
    }

    @Test
    default void whatItSignsItsOwnCheckAccepts() throws Exception {
        GatewayKeys keys = replica(store(), () -> START);
        assertThat(new AccessTokens(keys, Duration.ofMinutes(15), () -> START).issue("staff-1", "one", START))
                .as("before the first key")
                .isEmpty();
        keys.refresh();
        String token = new AccessTokens(keys, Duration.ofMinutes(15), () -> START)
                .issue("staff-1", "one", START)
                .orElseThrow();
        assertThat(new TokenVerifier(keys, () -> START).check(token))
                .isEqualTo(new TokenCheck.Valid("staff-1", START.plus(Duration.ofMinutes(15))));
        assertThat(new TokenVerifier(keys, () -> START.plus(Duration.ofMinutes(16))).check(token))
                .isEqualTo(new TokenCheck.Refused("token-expired"));
        assertThat(AccessTokens.usernameIn(token)).hasValue("one");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "sub", "preferred_username", "session_began", "iat", "exp");
    }

    @Test
    default void withASecretThePrivateKeyIsNotReadableInTheStore() {
        KeyStore store = store();
        GatewayKeys sealed = new GatewayKeys(store, POLICY, () -> START, "a secret of ours");
        sealed.refresh();
        assertThat(store.all().getFirst().sealed()).startsWith("aes-gcm:").doesNotContain("\"d\"");
        GatewayKeys sameSecret = new GatewayKeys(store, POLICY, () -> START, "a secret of ours");
        sameSecret.refresh();
        assertThat(sameSecret.signing()).isEqualTo(sealed.signing());
        assertThatThrownBy(() -> new GatewayKeys(store, POLICY, () -> START, "another").refresh())
                .hasMessageContaining("GRID_KEY_SECRET");
        assertThatThrownBy(() -> replica(store, () -> START).refresh()).hasMessageContaining("GRID_KEY_SECRET");
    }

    private static GatewayKeys replica(KeyStore store, InstantSource clock) {
        return new GatewayKeys(store, POLICY, clock, null);
    }
}

package io.wangge.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
    private static final TestTokens GATEWAY = new TestTokens();
    private static final TestTokens STRANGER = new TestTokens();
    private static final TokenCheck INVALID = new TokenCheck.Refused("token-invalid");
    private static final TokenCheck EXPIRED = new TokenCheck.Refused("token-expired");

    private Instant now = Instant.parse("2026-11-22T06:00:00Z");
    private final TokenVerifier verifier = new TokenVerifier(GATEWAY, () -> now);

    @Test
    void a_token_of_the_gateway_says_whose_it_is() {
        Instant end = now.plusSeconds(900);
        assertThat(verifier.check(GATEWAY.token("staff-1", "wangge", end)))
                .isEqualTo(new TokenCheck.Valid("staff-1", end));
    }

    @Test
    void a_token_ends_after_its_time_and_30_seconds_also_when_it_was_checked_before() {
        String token = GATEWAY.token("staff-1", "wangge", now.plusSeconds(60));
        assertThat(verifier.check(token)).isInstanceOf(TokenCheck.Valid.class);
        now = now.plusSeconds(89);
        assertThat(verifier.check(token)).isInstanceOf(TokenCheck.Valid.class);
        now = now.plusSeconds(1);
        assertThat(verifier.check(token)).isEqualTo(EXPIRED);
        assertThat(verifier.check(token)).isEqualTo(EXPIRED);
    }

    @Test
    void the_same_key_id_with_another_key_is_no_token_of_ours() {
        assertThat(verifier.check(STRANGER.token("staff-1", "wangge", now.plusSeconds(60))))
                .isEqualTo(INVALID);
    }

    @Test
    void an_unknown_key_id_is_no_token_of_ours() {
        assertThat(verifier.check(new TestTokens("key-2").token("staff-1", "wangge", now.plusSeconds(60))))
                .isEqualTo(INVALID);
    }

    @Test
    void another_issuer_is_refused() {
        assertThat(verifier.check(GATEWAY.token("staff-1", "somebody", now.plusSeconds(60))))
                .isEqualTo(INVALID);
    }

    @Test
    void a_changed_token_is_refused() {
        String token = GATEWAY.token("staff-1", "wangge", now.plusSeconds(60));
        String other = GATEWAY.token("staff-2", "wangge", now.plusSeconds(60));
        String[] parts = token.split("\\.");
        assertThat(verifier.check(parts[0] + "." + other.split("\\.")[1] + "." + parts[2]))
                .isEqualTo(INVALID);
    }

    @Test
    void a_token_without_end_without_subject_or_before_its_time_is_refused() {
        Date end = Date.from(now.plusSeconds(60));
        assertThat(verifier.check(GATEWAY.sign(new JWTClaimsSet.Builder()
                        .issuer("wangge")
                        .subject("staff-1")
                        .build())))
                .isEqualTo(INVALID);
        assertThat(verifier.check(GATEWAY.sign(new JWTClaimsSet.Builder()
                        .issuer("wangge")
                        .expirationTime(end)
                        .build())))
                .isEqualTo(INVALID);
        assertThat(verifier.check(GATEWAY.sign(new JWTClaimsSet.Builder()
                        .issuer("wangge")
                        .subject("staff-1")
                        .expirationTime(end)
                        .notBeforeTime(Date.from(now.plusSeconds(40)))
                        .build())))
                .isEqualTo(INVALID);
    }

    @Test
    void other_algorithms_are_refused_whatever_they_sign_with() throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("wangge")
                .subject("staff-1")
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build();
        SignedJWT symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(), claims);
        symmetric.sign(new MACSigner(GATEWAY.key("key-1").orElseThrow().getEncoded()));
        assertThat(verifier.check(symmetric.serialize())).isEqualTo(INVALID);
        assertThat(verifier.check(new PlainJWT(claims).serialize())).isEqualTo(INVALID);
    }

    @Test
    void rubbish_is_refused() {
        assertThat(verifier.check("")).isEqualTo(INVALID);
        assertThat(verifier.check("a.b.c")).isEqualTo(INVALID);
        assertThat(verifier.check("x".repeat(100_000))).isEqualTo(INVALID);
    }

    @Test
    void a_signature_is_computed_once_per_token() {
        AtomicInteger asked = new AtomicInteger();
        SigningKeys counting = id -> {
            asked.incrementAndGet();
            Optional<RSAPublicKey> key = GATEWAY.key(id);
            return key;
        };
        TokenVerifier counted = new TokenVerifier(counting, () -> now);
        String token = GATEWAY.token("staff-1", "wangge", now.plus(Duration.ofMinutes(15)));
        for (int i = 0; i < 5; i++) {
            assertThat(counted.check(token)).isInstanceOf(TokenCheck.Valid.class);
        }
        assertThat(asked).hasValue(1);
    }
}

package io.wangge.kit.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Signs tokens as the gateway does, with a key of its own. */
public class TestTokens implements SigningKeys {
    private final RSAKey key;

    public TestTokens() {
        this("key-1");
    }

    public TestTokens(String keyId) {
        try {
            key = new RSAKeyGenerator(2048).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String token(String staffId) {
        return token(staffId, TokenVerifier.ISSUER, Instant.now().plus(Duration.ofMinutes(15)));
    }

    public String token(String staffId, String issuer, Instant expiresAt) {
        return sign(new JWTClaimsSet.Builder()
                .subject(staffId)
                .issuer(issuer)
                .expirationTime(Date.from(expiresAt))
                .build());
    }

    public String sign(JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the gateway publishes it. */
    public String jwks() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    @Override
    public Optional<RSAPublicKey> key(String keyId) {
        try {
            return keyId.equals(key.getKeyID()) ? Optional.of(key.toRSAPublicKey()) : Optional.empty();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

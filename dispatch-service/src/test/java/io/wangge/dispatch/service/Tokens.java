package io.wangge.dispatch.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Stands in for the gateway: signs tokens, and publishes the key in a file. */
final class Tokens {
    private final RSAKey key;
    private final Path jwks;

    Tokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            jwks = Files.createTempFile("jwks", ".json");
            Files.writeString(jwks, new JWKSet(key.toPublicJWK()).toString());
            jwks.toFile().deleteOnExit();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI jwksUri() {
        return jwks.toUri();
    }

    String of(String staffId) {
        return of(staffId, Duration.ofHours(1));
    }

    String of(String staffId, Duration validFor) {
        try {
            Instant now = Instant.now();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                    new JWTClaimsSet.Builder()
                            .issuer("wangge")
                            .subject(staffId)
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plus(validFor)))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

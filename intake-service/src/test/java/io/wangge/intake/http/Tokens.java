package io.wangge.intake.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.wangge.kit.identity.TokenVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Signs tokens as the gateway does; its public key stands in a file. */
final class Tokens {
    private final RSAKey key;
    private final Path file;

    Tokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test-key").generate();
            file = Files.createTempFile("jwks", ".json");
            file.toFile().deleteOnExit();
            Files.writeString(file, new JWKSet(key.toPublicJWK()).toString());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI published() {
        return file.toUri();
    }

    String valid(String staffId) {
        return expiring(staffId, Duration.ofMinutes(15));
    }

    String expired(String staffId) {
        return expiring(staffId, Duration.ofMinutes(-5));
    }

    private String expiring(String staffId, Duration in) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .subject(staffId)
                            .issuer(TokenVerifier.ISSUER)
                            .expirationTime(Date.from(Instant.now().plus(in)))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

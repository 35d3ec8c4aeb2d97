package io.wangge.gateway.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.wangge.kit.identity.TokenVerifier;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;

/** Signs who somebody is, for a quarter of an hour (JWT, RS256). What one may do is not in it. */
public final class AccessTokens {
    private static final String USERNAME = "preferred_username";

    private final GatewayKeys keys;
    private final Duration lifetime;
    private final InstantSource clock;

    public AccessTokens(GatewayKeys keys, Duration lifetime, InstantSource clock) {
        this.keys = keys;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    public Duration lifetime() {
        return lifetime;
    }

    /** @return empty while there is no key yet */
    public Optional<String> issue(String staffId, String username) {
        return keys.signing().map(pair -> sign(pair, staffId, username));
    }

    /** The user name in a token that was checked before; empty for tokens of other issuers. */
    public static Optional<String> usernameIn(String checkedToken) {
        try {
            return Optional.ofNullable(
                    SignedJWT.parse(checkedToken).getJWTClaimsSet().getStringClaim(USERNAME));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private String sign(RSAKey pair, String staffId, String username) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(TokenVerifier.ISSUER)
                .subject(staffId)
                .claim(USERNAME, username)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(pair.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(pair));
        } catch (JOSEException e) {
            throw new IllegalStateException("A key of ours cannot sign: " + pair.getKeyID(), e);
        }
        return token.serialize();
    }
}

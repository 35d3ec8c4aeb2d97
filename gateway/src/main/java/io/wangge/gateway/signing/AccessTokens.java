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
    /** When the session began, in milliseconds: a token of a session that was ended is worth nothing. */
    private static final String SESSION_BEGAN = "session_began";

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

    /** @param sessionBegan as it stands in the store @return empty while there is no key yet */
    public Optional<String> issue(String staffId, String username, Instant sessionBegan) {
        return keys.signing().map(pair -> sign(pair, staffId, username, sessionBegan));
    }

    /** Whose token it is, and since when; of a token that was checked before. */
    public record Bearer(String username, Instant sessionBegan) {}

    /** Empty for tokens of other issuers. A token without a beginning counts from its own. */
    public static Optional<Bearer> bearerOf(String checkedToken) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(checkedToken).getJWTClaimsSet();
            String username = claims.getStringClaim(USERNAME);
            Long began = claims.getLongClaim(SESSION_BEGAN);
            if (username == null || (began == null && claims.getIssueTime() == null)) {
                return Optional.empty();
            }
            return Optional.of(new Bearer(
                    username, began == null ? claims.getIssueTime().toInstant() : Instant.ofEpochMilli(began)));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** The user name in a token that was checked before; empty for tokens of other issuers. */
    public static Optional<String> usernameIn(String checkedToken) {
        return bearerOf(checkedToken).map(Bearer::username);
    }

    private String sign(RSAKey pair, String staffId, String username, Instant sessionBegan) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(TokenVerifier.ISSUER)
                .subject(staffId)
                .claim(USERNAME, username)
                .claim(SESSION_BEGAN, sessionBegan.toEpochMilli())
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

package io.wangge.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.wangge.kit.identity.TokenCheck.Refused;
import io.wangge.kit.identity.TokenCheck.Valid;
import io.wangge.kit.problem.ProblemCodes;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks access tokens: JWT with RS256, issuer {@code wangge}, subject = staff id. A token that passed is remembered until
 * it expires, so that the signature is computed once per token and service. Knows nothing of servlets.
 */
public final class TokenVerifier {
    public static final String ISSUER = "wangge";

    private static final Duration LEEWAY = Duration.ofSeconds(30);
    private static final int TOKENS_KEPT = 20_000;
    private static final int LONGEST = 8_192;
    private static final TokenCheck INVALID = new Refused(ProblemCodes.TOKEN_INVALID);
    private static final TokenCheck EXPIRED = new Refused(ProblemCodes.TOKEN_EXPIRED);

    private final SigningKeys keys;
    private final InstantSource clock;
    private final Cache<String, Valid> checked =
            Caffeine.newBuilder().maximumSize(TOKENS_KEPT).build();

    public TokenVerifier(SigningKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param token what stands behind {@code Bearer}
     * @throws SigningKeys.KeysUnavailable when the keys cannot be had and the token was not checked before
     */
    public TokenCheck check(String token) {
        Valid known = checked.getIfPresent(token);
        if (known != null) {
            return isOver(known.expiresAt()) ? forget(token) : known;
        }
        TokenCheck fresh = token.length() > LONGEST ? INVALID : checkAnew(token);
        if (fresh instanceof Valid valid) {
            checked.put(token, valid);
        }
        return fresh;
    }

    private TokenCheck forget(String token) {
        checked.invalidate(token);
        return EXPIRED;
    }

    private TokenCheck checkAnew(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            String keyId = jwt.getHeader().getKeyID();
            if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm()) || keyId == null) {
                return INVALID;
            }
            Optional<RSAPublicKey> key = keys.key(keyId);
            return key.isPresent() && jwt.verify(new RSASSAVerifier(key.get()))
                    ? checkClaims(jwt.getJWTClaimsSet())
                    : INVALID;
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return INVALID;
        }
    }

    private TokenCheck checkClaims(JWTClaimsSet claims) {
        @Nullable String staffId = claims.getSubject();
        @Nullable Date expiresAt = claims.getExpirationTime();
        @Nullable Date notBefore = claims.getNotBeforeTime();
        if (!ISSUER.equals(claims.getIssuer()) || staffId == null || staffId.isBlank() || expiresAt == null) {
            return INVALID;
        }
        if (notBefore != null && notBefore.toInstant().minus(LEEWAY).isAfter(clock.instant())) {
            return INVALID;
        }
        return isOver(expiresAt.toInstant()) ? EXPIRED : new Valid(staffId, expiresAt.toInstant());
    }

    private boolean isOver(Instant expiresAt) {
        return !clock.instant().isBefore(expiresAt.plus(LEEWAY));
    }
}

package io.wangge.intake.http.guest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 工作量证明 (ALTCHA: the browser finds the number behind SHA-256(salt + number)): costs a person a second and somebody with ten
 * thousand reports a day. Nothing is stored but what was used lately at this replica.
 */
@Component
class ProofOfWork {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int LONGEST = 2_000;
    private static final int MOST_USED = 100_000;

    private final Receipts receipts;
    private final int mostTries;
    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(MOST_USED)
            .expireAfterWrite(GOOD_FOR)
            .build();

    ProofOfWork(Receipts receipts, PublicSettings settings) {
        this.receipts = receipts;
        this.mostTries = settings.proofOfWork();
    }

    /** As ALTCHA's widgets and solvers read it. */
    record Challenge(String algorithm, String challenge, long maxnumber, String salt, String signature) {}

    boolean isNeeded() {
        return mostTries > 0;
    }

    Challenge next() {
        try {
            Altcha.Challenge made = Altcha.createChallenge(new Altcha.ChallengeOptions()
                    .setMaxNumber((long) Math.max(1, mostTries))
                    .setSecureRandomNumber(true)
                    .setHmacKey(key())
                    .setExpiresInSeconds(GOOD_FOR.toSeconds()));
            return new Challenge(made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
        } catch (Exception e) {
            throw new IllegalStateException("No challenge could be made", e);
        }
    }

    /** @param solved base64 of {@code {"algorithm","challenge","number","salt","signature"}}; good once */
    boolean isGood(@Nullable String solved) {
        if (!isNeeded()) {
            return true;
        }
        if (solved == null || solved.length() > LONGEST) {
            return false;
        }
        try {
            JsonNode said = JsonMapper.shared().readTree(Base64.getDecoder().decode(solved));
            Altcha.Payload payload = new Altcha.Payload();
            payload.algorithm = said.path("algorithm").asString("");
            payload.challenge = said.path("challenge").asString("");
            payload.number = said.path("number").asLong(-1);
            payload.salt = said.path("salt").asString("");
            payload.signature = said.path("signature").asString("");
            return Altcha.verifySolution(payload, key(), true)
                    && used.asMap().putIfAbsent(payload.challenge, true) == null;
        } catch (Exception e) {
            // Whatever garbage does to a decoder, it is no proof.
            return false;
        }
    }

    private String key() {
        return HexFormat.of().formatHex(receipts.signed("proof of work"));
    }
}

package io.wangge.intake.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 工作量证明, in the form of ALTCHA (challenge = SHA-256(salt + number), the browser finds the number): costs a person a second
 * and somebody with ten thousand reports a day. Nothing is stored but what was used lately at this replica.
 */
@Component
class ProofOfWork {
    private static final String ALGORITHM = "SHA-256";
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int LONGEST = 2_000;
    private static final int MOST_USED = 100_000;
    private static final int SALT_BYTES = 12;

    private final Receipts receipts;
    private final int mostTries;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(MOST_USED)
            .expireAfterWrite(GOOD_FOR)
            .build();

    ProofOfWork(Receipts receipts, PublicSettings settings, InstantSource clock) {
        this.receipts = receipts;
        this.mostTries = settings.proofOfWork();
        this.clock = clock;
    }

    /** As ALTCHA's widgets and solvers read it. */
    record Challenge(String algorithm, String challenge, int maxnumber, String salt, String signature) {}

    boolean isNeeded() {
        return mostTries > 0;
    }

    Challenge next() {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        long expires = clock.instant().plus(GOOD_FOR).getEpochSecond();
        String salt = HexFormat.of().formatHex(bytes) + "?expires=" + expires;
        String challenge = hash(salt + random.nextInt(Math.max(1, mostTries)));
        return new Challenge(ALGORITHM, challenge, mostTries, salt, signature(challenge));
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
            String salt = said.path("salt").asString("");
            String challenge = said.path("challenge").asString("");
            boolean right = same(hash(salt + said.path("number").asLong(-1)), challenge)
                    && same(signature(challenge), said.path("signature").asString(""))
                    && expiry(salt) >= clock.instant().getEpochSecond();
            return right && used.asMap().putIfAbsent(challenge, true) == null;
        } catch (IllegalArgumentException | JacksonException e) {
            return false;
        }
    }

    private static long expiry(String salt) {
        return Long.parseLong(salt.substring(salt.indexOf("?expires=") + "?expires=".length()));
    }

    private String signature(String challenge) {
        return HexFormat.of().formatHex(receipts.signed("proof " + challenge));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(ALGORITHM).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}

package io.wangge.gateway.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** What a browser keeps of its session: {@code sessionId.secret}. 32 random bytes need no salt to be kept as a hash. */
record RefreshSecret(String sessionId, String secret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static RefreshSecret forSession(String sessionId) {
        return new RefreshSecret(sessionId, random());
    }

    static RefreshSecret forNewSession() {
        return forSession(random());
    }

    static Optional<RefreshSecret> parse(String cookie) {
        int dot = cookie.indexOf('.');
        return dot < 1 || cookie.length() > 200
                ? Optional.empty()
                : Optional.of(new RefreshSecret(cookie.substring(0, dot), cookie.substring(dot + 1)));
    }

    String cookie() {
        return sessionId + "." + secret;
    }

    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "RefreshSecret[…]";
    }
}

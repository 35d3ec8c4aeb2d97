package io.wangge.intake.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key as its holder writes it: {@code wg_ID_SECRET}, so that it is found by its id and scanners know it for a secret. */
public record KeyText(String keyId, String secret) {
    private static final Pattern WRITTEN = Pattern.compile("wg_([0-9a-f]{32})_([0-9a-f]{64})");

    /** @return empty for what is no key of ours */
    public static Optional<KeyText> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        return matcher.matches()
                ? Optional.of(new KeyText(withDashes(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    public String written() {
        return "wg_" + keyId.replace("-", "") + "_" + secret;
    }

    /** SHA-256 in hex of the secret. */
    public String secretHash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String withDashes(String id) {
        return String.join(
                "-",
                id.substring(0, 8),
                id.substring(8, 12),
                id.substring(12, 16),
                id.substring(16, 20),
                id.substring(20));
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "KeyText[" + keyId + "]";
    }
}

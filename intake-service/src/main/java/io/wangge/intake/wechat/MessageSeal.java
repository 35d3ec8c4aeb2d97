package io.wangge.intake.wechat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The platform's signature (SHA-1 over the sorted parts, token among them) and its encrypted mode (AES-256-CBC, padded to 32
 * bytes; 16 random bytes, length, message, app id), as the platform's documents describe them (消息加解密说明).
 */
public final class MessageSeal {
    private static final int KEY_BYTES = 32;
    private static final int RANDOM_BYTES = 16;
    private static final int BLOCK = 32;

    private final String token;
    private final String appId;
    private final byte @Nullable [] key;
    private final Duration window;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param aesKey EncodingAESKey, 43 characters; null when messages come in the clear
     * @param window how old or new a message's timestamp may be
     */
    public MessageSeal(String token, String appId, @Nullable String aesKey, Duration window) {
        this.token = token;
        this.appId = appId;
        this.key =
                aesKey == null || aesKey.isEmpty() ? null : Base64.getDecoder().decode(aesKey + "=");
        this.window = window;
        if (key != null && key.length != KEY_BYTES) {
            throw new IllegalArgumentException("An EncodingAESKey has 43 characters");
        }
    }

    public boolean encrypts() {
        return key != null;
    }

    /** @param encrypted what is signed with it in the encrypted mode; null in the clear */
    public boolean isGood(
            @Nullable String signature,
            @Nullable String timestamp,
            @Nullable String nonce,
            @Nullable String encrypted,
            Instant now) {
        if (signature == null || timestamp == null || nonce == null || !isInTime(timestamp, now)) {
            return false;
        }
        return MessageDigest.isEqual(
                signature(timestamp, nonce, encrypted).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.UTF_8));
    }

    /** What was recorded once opens nothing later. */
    private boolean isInTime(String timestamp, Instant now) {
        try {
            Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                    .abs();
            return off.compareTo(window) <= 0;
        } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    public String signature(String timestamp, String nonce, @Nullable String encrypted) {
        String sorted = Stream.of(token, timestamp, nonce, encrypted == null ? "" : encrypted)
                .sorted()
                .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }

    /** @return the message's XML; empty when it was not sealed with our key for our account */
    public Optional<String> open(String encrypted) {
        try {
            byte[] plain = unpadded(
                    cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(encrypted)));
            ByteBuffer parts = ByteBuffer.wrap(plain, RANDOM_BYTES, plain.length - RANDOM_BYTES);
            int length = parts.getInt();
            if (length < 0 || length > parts.remaining()) {
                return Optional.empty();
            }
            byte[] message = new byte[length];
            parts.get(message);
            byte[] account = new byte[parts.remaining()];
            parts.get(account);
            return appId.equals(new String(account, StandardCharsets.UTF_8))
                    ? Optional.of(new String(message, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (GeneralSecurityException | RuntimeException e) {
            // Garbage fails anywhere in here, and it is all the same to whoever sent it.
            return Optional.empty();
        }
    }

    public String close(String message) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        byte[] account = appId.getBytes(StandardCharsets.UTF_8);
        byte[] front = new byte[RANDOM_BYTES];
        random.nextBytes(front);
        byte[] plain = ByteBuffer.allocate(RANDOM_BYTES + Integer.BYTES + text.length + account.length)
                .put(front)
                .putInt(text.length)
                .put(text)
                .put(account)
                .array();
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(padded(plain)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES", e);
        }
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        byte[] secret = key;
        if (secret == null) {
            throw new GeneralSecurityException("There is no key");
        }
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new IvParameterSpec(secret, 0, 16));
        return cipher;
    }

    private static byte[] padded(byte[] plain) {
        int pad = BLOCK - plain.length % BLOCK;
        byte[] padded = Arrays.copyOf(plain, plain.length + pad);
        Arrays.fill(padded, plain.length, padded.length, (byte) pad);
        return padded;
    }

    private static byte[] unpadded(byte[] padded) throws GeneralSecurityException {
        int pad = padded.length == 0 ? 0 : padded[padded.length - 1];
        if (pad < 1 || pad > BLOCK || pad > padded.length) {
            throw new GeneralSecurityException("Not padded");
        }
        return Arrays.copyOf(padded, padded.length - pad);
    }
}

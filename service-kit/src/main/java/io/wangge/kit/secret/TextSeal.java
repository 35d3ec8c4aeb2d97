package io.wangge.kit.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Secrets as they stand in a database: AES-256-GCM under the key that the deployment gives, or plain without one. What was
 * stored plain stays readable after a key was given.
 */
public final class TextSeal {
    private static final String SEALED = "aes-gcm:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final @Nullable SecretKeySpec key;
    private final String what;
    private final String setting;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param secret any text; the key is its SHA-256
     * @param what is sealed, for the sentence that says that it does not open
     * @param setting as the environment names it, where the secret comes from
     */
    public TextSeal(@Nullable String secret, String what, String setting) {
        this.what = what;
        this.setting = setting;
        this.key = secret == null || secret.isBlank() ? null : new SecretKeySpec(sha256(secret), "AES");
    }

    /** Whether there is a key to seal with. */
    public boolean seals() {
        return key != null;
    }

    public static boolean isSealed(String stored) {
        return stored.startsWith(SEALED);
    }

    /** Another text each time, of the same one. */
    public String seal(String plain) {
        if (key == null) {
            return plain;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, plain.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return SEALED + Base64.getEncoder().encodeToString(both);
    }

    /** @throws Unreadable when it was sealed with another key, or none is given */
    public String open(String stored) {
        if (!isSealed(stored)) {
            return stored;
        }
        if (key == null) {
            throw new Unreadable(
                    "The %s are encrypted: give the %s that they were sealed with".formatted(what, setting));
        }
        try {
            byte[] both = Base64.getDecoder().decode(stored.substring(SEALED.length()));
            byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
            byte[] sealed = Arrays.copyOfRange(both, Math.min(NONCE_BYTES, both.length), both.length);
            return new String(crypt(Cipher.DECRYPT_MODE, key, nonce, sealed), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private byte[] crypt(int mode, SecretKeySpec key, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw unreadable();
        }
    }

    private Unreadable unreadable() {
        return new Unreadable("The %s do not open with this %s".formatted(what, setting));
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** It is there but not for us. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unreadable(String message) {
            super(message);
        }
    }
}

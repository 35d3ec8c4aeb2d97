package io.wangge.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that signatures are checked with; those of the past stay among them after a rotation. */
public final class PublicKeys {
    public static final PublicKeys NONE = new PublicKeys(List.of());
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Map<String, Key> keys = new LinkedHashMap<>();

    public PublicKeys(List<Key> keys) {
        keys.forEach(key -> this.keys.put(key.keyId(), key));
    }

    /**
     * @param keyId first 16 hex digits of SHA-256 over the 32 bytes of the key
     * @param x the 32 bytes in base64url without padding, as in a JWK (RFC 8037)
     */
    public record Key(String keyId, String x) {
        static Key of(PublicKey key) {
            byte[] spki = key.getEncoded();
            return ofBytes(Arrays.copyOfRange(spki, SPKI.length, spki.length));
        }

        /** @throws IllegalArgumentException when {@code x} is not 32 bytes in base64url */
        public static Key ofX(String x) {
            return ofBytes(Base64.getUrlDecoder().decode(x));
        }

        private static Key ofBytes(byte[] bytes) {
            if (bytes.length != 32) {
                throw new IllegalArgumentException("An Ed25519 key has 32 bytes");
            }
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Key(
                        HexFormat.of().formatHex(digest, 0, 8),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private PublicKey read() throws GeneralSecurityException {
            byte[] spki = Arrays.copyOf(SPKI, SPKI.length + 32);
            System.arraycopy(Base64.getUrlDecoder().decode(x), 0, spki, SPKI.length, 32);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
        }
    }

    public List<Key> all() {
        return List.copyOf(keys.values());
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Whether one of these keys made the signature of this hash. */
    public boolean hold(String hash, @Nullable Signature signature) {
        Key key = signature == null ? null : keys.get(signature.keyId());
        if (key == null || signature == null) {
            return false;
        }
        try {
            java.security.Signature ed25519 = java.security.Signature.getInstance("Ed25519");
            ed25519.initVerify(key.read());
            ed25519.update(hash.getBytes(StandardCharsets.US_ASCII));
            return ed25519.verify(Base64.getUrlDecoder().decode(signature.value()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}

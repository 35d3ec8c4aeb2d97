package io.wangge.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** The key that seals are signed with, as {@code openssl genpkey -algorithm ed25519} makes it. */
public final class SealingKey {
    private final PrivateKey privateKey;
    private final PublicKeys.Key publicKey;

    private SealingKey(KeyPair pair) {
        this.privateKey = pair.getPrivate();
        this.publicKey = PublicKeys.Key.of(pair.getPublic());
    }

    public static SealingKey generate() {
        try {
            return new SealingKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
        }
    }

    /**
     * @param pem PKCS #8, {@code -----BEGIN PRIVATE KEY-----}
     * @throws IllegalArgumentException when it is no such key; the message holds nothing of it
     */
    public static SealingKey ofPem(String pem) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replace("\\n", "\n").replaceAll("-----[A-Z ]+-----", ""));
            PrivateKey read = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
            byte[] seed = ((EdECPrivateKey) read).getBytes().orElseThrow();
            return new SealingKey(pairOf(seed));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("it is no Ed25519 private key in PEM (PKCS #8)");
        }
    }

    /** The platform has no way from a private key to its public one but to let it draw the same random number again. */
    private static KeyPair pairOf(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        KeyPair pair = generator.generateKeyPair();
        byte[] drawn = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        if (!Arrays.equals(drawn, seed)) {
            throw new GeneralSecurityException("this platform makes keys in another way");
        }
        return pair;
    }

    public String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(privateKey.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    public PublicKeys.Key publicKey() {
        return publicKey;
    }

    Signature sign(String hash) {
        try {
            java.security.Signature ed25519 = java.security.Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(hash.getBytes(StandardCharsets.US_ASCII));
            return new Signature(
                    publicKey.keyId(), Base64.getUrlEncoder().withoutPadding().encodeToString(ed25519.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The seal cannot be signed", e);
        }
    }
}

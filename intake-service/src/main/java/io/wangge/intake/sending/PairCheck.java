package io.wangge.intake.sending;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;

/** Whether what one key signs the other takes. */
final class PairCheck {
    private PairCheck() {}

    /** @throws IllegalArgumentException when they are of two pairs */
    static void belongTogether(ECPrivateKey secret, ECPublicKey open) {
        byte[] words = "wangge".getBytes(StandardCharsets.UTF_8);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(secret);
            signature.update(words);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(words);
            if (signature.verify(signed)) {
                return;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("One of them is no key of the curve P-256", e);
        }
        throw new IllegalArgumentException("The private key is not the one to the public key");
    }
}

package io.wangge.intake.http.guest;

import io.wangge.intake.mongo.LinkKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 回执: what a reporter without an account keeps, to add photos or ask for the matter to be done again. The tracking number
 * alone opens only what anybody may know, as numbers follow one another.
 */
@Component
class Receipts {
    private static final String ALGORITHM = "HmacSHA256";

    private final LinkKeys keys;
    private final AtomicReference<byte @Nullable []> key = new AtomicReference<>();

    Receipts(LinkKeys keys) {
        this.keys = keys;
    }

    String of(String reportId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed("receipt " + reportId));
    }

    boolean isGood(String reportId, @Nullable String receipt) {
        return receipt != null
                && MessageDigest.isEqual(
                        of(reportId).getBytes(StandardCharsets.US_ASCII), receipt.getBytes(StandardCharsets.UTF_8));
    }

    /** Hex, for what a browser sends back. */
    byte[] signed(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private byte[] key() {
        byte[] known = key.get();
        if (known == null) {
            known = keys.key("receipts");
            key.set(known);
        }
        return known;
    }
}

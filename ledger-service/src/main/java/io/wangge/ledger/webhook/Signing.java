package io.wangge.ledger.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures after Standard Webhooks 1.0: HMAC-SHA256 over {@code id.timestamp.body}. */
public final class Signing {
    public static final String SECRET_PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private Signing() {}

    /** Headers of one try. While a secret is being changed both sign, and the receiver may check either. */
    public static Map<String, String> headers(Subscription to, Delivery delivery, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        String signed = delivery.id() + "." + timestamp + "." + delivery.body();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", delivery.id());
        headers.put("webhook-timestamp", timestamp);
        headers.put(
                "webhook-signature",
                to.secrets().stream()
                        .filter(secret -> secret.isGood(now))
                        .map(secret -> signature(secret.value(), signed))
                        .collect(Collectors.joining(" ")));
        return headers;
    }

    /** @param secret with its prefix */
    static String signature(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(
                    new SecretKeySpec(Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length())), ALGORITHM));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}

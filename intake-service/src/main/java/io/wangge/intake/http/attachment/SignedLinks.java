package io.wangge.intake.http.attachment;

import io.wangge.intake.mongo.LinkKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Links that open one file for a short time without a token, so that a page can show pictures. What is signed is the file
 * and the end of its time; who asked for the link was checked then.
 */
@Component
public class SignedLinks {
    static final String FILES = "/api/v1/attachments/files/";
    private static final String ALGORITHM = "HmacSHA256";
    /** Ends fall on whole steps, so that the same picture keeps its link, and its place in the browser's cache. */
    private static final Duration STEP = Duration.ofMinutes(5);

    private final LinkKeys keys;
    private final InstantSource clock;
    private final Duration goodFor;
    private final AtomicReference<byte @Nullable []> key = new AtomicReference<>();

    SignedLinks(LinkKeys keys, InstantSource clock, AttachmentSettings settings) {
        this.keys = keys;
        this.clock = clock;
        this.goodFor = settings.linksFor();
    }

    Instant expiry() {
        long step = STEP.toSeconds();
        long earliest = clock.instant().plus(goodFor).getEpochSecond();
        return Instant.ofEpochSecond(Math.ceilDiv(earliest, step) * step);
    }

    String link(String attachmentId, FilePart part, Instant expires) {
        long end = expires.getEpochSecond();
        return FILES + attachmentId + "?part=" + part + "&expires=" + end + "&signature="
                + signature(attachmentId, part, end);
    }

    /** @return whether the link was made here and its time is not over */
    boolean isGood(String attachmentId, FilePart part, long expires, String signature) {
        boolean same = MessageDigest.isEqual(
                signature(attachmentId, part, expires).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.US_ASCII));
        return same && clock.instant().getEpochSecond() <= expires;
    }

    private String signature(String attachmentId, FilePart part, long expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            byte[] signed = mac.doFinal((attachmentId + " " + part + " " + expires).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private byte[] key() {
        byte[] known = key.get();
        if (known == null) {
            known = keys.key();
            key.set(known);
        }
        return known;
    }

    /** The picture, or a small one of it. */
    public enum FilePart {
        CONTENT,
        THUMBNAIL
    }
}

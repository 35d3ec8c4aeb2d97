package io.wangge.dispatch.http.directory;

import io.wangge.dispatch.reference.Reference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same answer for everyone, rendered once per version of the reference data. Its ETag is a hash of the bytes and not
 * the version: a district that was set up anew counts from 1 again.
 */
final class SharedAnswer {
    private final JsonMapper json;
    private final MediaType type;
    private final Function<Reference, Object> content;
    private volatile @Nullable Rendered rendered;

    SharedAnswer(JsonMapper json, MediaType type, Function<Reference, Object> content) {
        this.json = json;
        this.type = type;
        this.content = content;
    }

    private record Rendered(Reference of, byte[] bytes, String etag) {}

    /** Spring answers 304 by itself when the caller has it already. */
    ResponseEntity<byte[]> answer(Reference reference) {
        Rendered ready = rendered;
        if (ready == null || ready.of() != reference) {
            byte[] bytes = json.writeValueAsBytes(content.apply(reference));
            ready = new Rendered(reference, bytes, "\"" + hash(bytes) + "\"");
            rendered = ready;
        }
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(ready.etag())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(ready.bytes());
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(whole, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

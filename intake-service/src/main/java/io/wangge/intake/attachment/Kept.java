package io.wangge.intake.attachment;

import io.wangge.contracts.GeoPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an upload. For a photo that is the picture drawn anew, without anything that the camera wrote into it.
 *
 * @param type media type of what is kept
 * @param bytes its size
 * @param blobId where it lies
 * @param thumbnailId where a small picture of it lies; null for what is no picture
 * @param width in pixels, null for what is no picture
 * @param takenAt by the camera; null when it did not say or said nonsense
 * @param takenWhere by the camera, WGS-84; null likewise
 * @param sourceSha256 hex, of the bytes that were uploaded
 */
public record Kept(
        String type,
        long bytes,
        String blobId,
        @Nullable String thumbnailId,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Instant takenAt,
        @Nullable GeoPoint takenWhere,
        String sourceSha256,
        Instant storedAt) {

    /** The same content for another attachment. */
    public Kept again(Instant at) {
        return new Kept(type, bytes, blobId, thumbnailId, width, height, takenAt, takenWhere, sourceSha256, at);
    }
}

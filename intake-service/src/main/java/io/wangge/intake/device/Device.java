package io.wangge.intake.device;

import io.wangge.contracts.GeoPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 设备.
 *
 * @param unitId whose it is
 * @param keeperId staff id of who looks after it: first receiver (首问责任人) of what it reports, since a machine cannot
 *     answer for it
 * @param location WGS-84, as it was put up; a device is never believed about its own place
 * @param keyHash SHA-256 in hex of its key; null before the first was made
 * @param clockSkewSeconds how far its clock was ahead at its last batch; null when it did not say
 */
public record Device(
        String id,
        String name,
        String unitId,
        String keeperId,
        @Nullable String gridCode,
        @Nullable GeoPoint location,
        @Nullable String assetId,
        boolean disabled,
        @Nullable String keyHash,
        @Nullable Instant heardAt,
        @Nullable Long clockSkewSeconds) {
    /** Never the hash. */
    @Override
    public String toString() {
        return "Device[" + id + "]";
    }
}

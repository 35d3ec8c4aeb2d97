package io.wangge.dispatch.reference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a version was in force, without its content.
 *
 * @param activatedAt from when it holds
 * @param supersededAt until when it held; null for the one in force
 * @param activatedBy staff id; null when it was seeded from files
 */
public record VersionNote(
        long version,
        Instant activatedAt,
        @Nullable Instant supersededAt,
        @Nullable String activatedBy) {}

package io.wangge.dispatch.reference;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.directory.DirectoryEvent;

/**
 * One message of the compacted topic.
 *
 * @param key {@code kind/id/version}, or {@code ACTIVATION/kind}: the topic keeps the last message of each
 */
public record Announcement(String key, Envelope<DirectoryEvent> event) {}

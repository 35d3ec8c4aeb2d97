package io.wangge.kit.consume;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that could be neither decoded nor applied, without its content.
 *
 * @param id {@code topic/partition/offset}
 * @param group which of this service's consumers gave it up
 * @param type CloudEvents type, when it has one
 * @param event CloudEvents id, when it has one
 * @param replayedAt when it was sent again, while nothing is heard of that yet
 */
public record DeadLetter(
        String id,
        String topic,
        String group,
        String cause,
        @Nullable String type,
        @Nullable String event,
        Instant at,
        @Nullable Instant replayedAt) {}

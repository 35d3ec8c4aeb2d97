package io.wangge.kit.connection;

import java.util.List;

/**
 * A bean of this type names the topics that this service owns: they and their dead letter topics are created when it
 * starts, if they don't stand yet.
 *
 * @param topics of {@code io.wangge.contracts.Topics}
 */
public record OwnedTopics(List<String> topics) {
    public OwnedTopics {
        topics = List.copyOf(topics);
    }

    public static OwnedTopics of(String... topics) {
        return new OwnedTopics(List.of(topics));
    }
}

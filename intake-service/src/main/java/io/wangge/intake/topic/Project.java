package io.wangge.intake.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 为民服务项目: what a topic, or a decision, has become: a public promise with an owner and a deadline.
 *
 * @param topicId the topic that it came from; null for none
 * @param topicUnitId its place
 * @param progress in order; the last one says how far it is
 */
public record Project(
        String id,
        String title,
        @Nullable String description,
        @Nullable String topicId,
        @Nullable String topicUnitId,
        int peopleAtStart,
        String ownerUnitId,
        LocalDate deadline,
        String decidedBy,
        Instant decidedAt,
        List<Step> progress) {
    public static final int MOST_STEPS = 100;

    public Project {
        progress = List.copyOf(progress);
    }

    /** @param percent 0 to 100; at 100 it is done */
    public record Step(String id, int percent, String text, String by, Instant at) {}

    public int percent() {
        return progress.isEmpty() ? 0 : progress.getLast().percent();
    }

    public boolean done() {
        return percent() == 100;
    }
}

package io.wangge.intake.topic;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The topics as they were counted last. */
public interface Topics {
    /** With the path of its place, from the top down, so that lists go by scope. */
    record Placed(Topic topic, List<String> path, boolean conduct) {}

    /** All of one bucket, in place of those that were there. */
    void replace(Mark.Bucket bucket, Collection<Placed> topics);

    Optional<Placed> find(String id);

    /**
     * Of these units and those below them, those of most people first.
     *
     * @param conduct only topics of conduct (作风), only others, or, null, all
     */
    List<Placed> of(Collection<String> unitIds, @Nullable Boolean conduct, int atMost);
}

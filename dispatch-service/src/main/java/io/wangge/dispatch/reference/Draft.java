package io.wangge.dispatch.reference;

import io.wangge.dispatch.directory.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The next version of a kind, while it is written; there is one at most of each kind.
 *
 * @param revision grows with every change of the draft, also over drafts that were thrown away, so that none is taken for
 *     another
 * @param plan when it comes into force by itself; null while nobody has said
 * @param refused why it did not come into force at the time of its last plan; empty when nothing was wrong
 */
public record Draft(
        long revision,
        Content content,
        String editedBy,
        Instant editedAt,
        @Nullable Plan plan,
        List<Finding> refused) {
    public Draft {
        refused = List.copyOf(refused);
    }

    public ReferenceKind kind() {
        return content.kind();
    }

    /**
     * @param with drafts of other kinds that come into force at the same moment, with the revision that was meant
     */
    public record Plan(Instant activateAt, String by, Map<ReferenceKind, Long> with) {
        public Plan {
            with = Map.copyOf(with);
        }
    }
}

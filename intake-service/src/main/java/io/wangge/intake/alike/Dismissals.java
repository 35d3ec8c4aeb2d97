package io.wangge.intake.alike;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Proposals that somebody has found to be another matter; he is not asked again. */
public interface Dismissals {
    /** Again is the same. */
    void dismiss(String staffId, String reportId, String otherId, Instant at);

    /** Those of {@code others} that {@code staffId} has dismissed for {@code reportId}, from either side. */
    Set<String> among(String staffId, String reportId, Collection<String> others);
}

package io.wangge.ledger.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * @param place of the case that changed; null where a replica wrote it that did not say so yet
 * @param times 1 to add, −1 to take away
 */
public record FigureChange(@Nullable CasePlace place, Contribution contribution, int times) {

    /** What makes of the contributions before those of now; what stays the same is left out. */
    public static List<FigureChange> between(String caseId, @Nullable FigureFacts before, @Nullable FigureFacts now) {
        if (before == null && now == null) {
            return List.of();
        }
        CasePlace place = CasePlace.of(caseId, Objects.requireNonNull(before == null ? now : before));
        List<Contribution> old = new ArrayList<>(Contribution.of(before));
        List<FigureChange> changes = new ArrayList<>();
        for (Contribution contribution : Contribution.of(now)) {
            if (!old.remove(contribution)) {
                changes.add(new FigureChange(place, contribution, 1));
            }
        }
        old.forEach(contribution -> changes.add(new FigureChange(place, contribution, -1)));
        return changes;
    }
}

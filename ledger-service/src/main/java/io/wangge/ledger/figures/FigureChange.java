package io.wangge.ledger.figures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param times 1 to add, −1 to take away */
public record FigureChange(Contribution contribution, int times) {

    /** What makes of the contributions before those of now; what stays the same is left out. */
    public static List<FigureChange> between(@Nullable FigureFacts before, @Nullable FigureFacts now) {
        List<Contribution> old = new ArrayList<>(Contribution.of(before));
        List<FigureChange> changes = new ArrayList<>();
        for (Contribution contribution : Contribution.of(now)) {
            if (!old.remove(contribution)) {
                changes.add(new FigureChange(contribution, 1));
            }
        }
        old.forEach(contribution -> changes.add(new FigureChange(contribution, -1)));
        return changes;
    }
}

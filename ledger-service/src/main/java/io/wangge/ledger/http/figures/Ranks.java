package io.wangge.ledger.http.figures;

import io.wangge.ledger.figures.FigureDesk.Line;
import io.wangge.ledger.http.figures.FigureViews.LineView;
import io.wangge.ledger.http.figures.FiguresController.RankView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Places in a ranking: equals share one, and the next is as far on as there are before it. */
final class Ranks {
    private Ranks() {}

    static List<RankView> of(List<Line> sorted, int limit, Function<Line, LineView> view) {
        List<RankView> ranks = new ArrayList<>();
        @Nullable BigDecimal previous = null;
        int rank = 0;
        for (Line line : sorted) {
            BigDecimal by = line.rankedBy();
            if (by == null || ranks.size() == limit) {
                break;
            }
            if (previous == null || by.compareTo(previous) != 0) {
                rank = ranks.size() + 1;
            }
            previous = by;
            ranks.add(new RankView(rank, view.apply(line)));
        }
        return ranks;
    }
}

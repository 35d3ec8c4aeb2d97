package io.wangge.ledger.figures;

import io.wangge.contracts.casefile.CaseSummary;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Where the sums stand. */
public interface FigureShelf {
    /** @param value of the dimension that was asked for */
    record Group(String unit, String value) {}

    /** @param period until today at most @param now what was due before and is open counts as overdue */
    Map<Group, Tally> read(Collection<String> units, Dimension dimension, Period period, Instant now);

    /**
     * Which cases were counted.
     *
     * @param measures a term of a figure: any of them
     * @param unit whose cases
     * @param byClosingDay of closings: those within the period, whatever day they count for
     * @param splits such as CATEGORY → 0102; LEVEL may name several
     * @param grades of SATISFACTION: those that weigh something
     */
    record Question(
            List<Measure> measures,
            String unit,
            Period period,
            boolean byClosingDay,
            Map<Dimension, List<String>> splits,
            List<String> grades,
            Instant now) {}

    /** @param at opaque: where the next page starts */
    record Page(List<Counted> cases, @Nullable String at) {}

    /** @param summary as it stands now @param facts as they are counted */
    record Counted(CaseSummary summary, FigureFacts facts) {}

    /** Open ones first, then by counting day. @throws IllegalArgumentException for a place that we never gave out */
    Page cases(Question question, @Nullable String after, int limit);

    /** Adds up the contributions of all cases anew, while others read and write. @return how many cases; empty when one runs */
    OptionalLong recount();
}

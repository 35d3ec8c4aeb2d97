package io.wangge.ledger.figures;

import java.util.Comparator;

/**
 * Where a case stands in the order in which cases are counted anew. It never changes: the day of opening is of its first
 * event. By day first, so that cases that stand together share rows.
 *
 * @param opened such as 20161201
 */
public record CasePlace(int opened, String caseId) implements Comparable<CasePlace> {
    private static final Comparator<CasePlace> ORDER =
            Comparator.comparingInt(CasePlace::opened).thenComparing(CasePlace::caseId);

    public static CasePlace of(String caseId, FigureFacts facts) {
        return new CasePlace(Days.number(facts.origin().openedAt()), caseId);
    }

    @Override
    public int compareTo(CasePlace other) {
        return ORDER.compare(this, other);
    }
}

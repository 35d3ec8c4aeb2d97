package io.wangge.intake.http.report;

import io.wangge.intake.desk.PagePlace;
import io.wangge.intake.desk.ReadReports;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of reports.
 *
 * @param serverTime to be asked with the next time; only where changes were asked for
 * @param nextCursor to be sent for the next page; absent on the last
 */
record ReportListAnswer(
        List<ReportAnswer> items,
        @Nullable String nextCursor,
        @Nullable Instant serverTime) {
    /** Of what the caller himself took in. */
    static ReportListAnswer of(ReadReports.Page page) {
        return of(page, null);
    }

    /** As above, as of that moment. */
    static ReportListAnswer of(ReadReports.Page page, @Nullable Instant serverTime) {
        PagePlace next = page.next();
        return new ReportListAnswer(
                page.reports().stream()
                        .map(report -> ReportAnswer.listed(report, true))
                        .toList(),
                next == null ? null : next.cursor(),
                serverTime);
    }
}

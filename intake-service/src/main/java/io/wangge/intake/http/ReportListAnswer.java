package io.wangge.intake.http;

import io.wangge.intake.desk.PagePlace;
import io.wangge.intake.desk.ReadReports;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of reports.
 *
 * @param nextCursor to be sent for the next page; absent on the last
 */
record ReportListAnswer(List<ReportAnswer> items, @Nullable String nextCursor) {
    /** Of what the caller himself took in. */
    static ReportListAnswer of(ReadReports.Page page) {
        PagePlace next = page.next();
        return new ReportListAnswer(
                page.reports().stream()
                        .map(report -> ReportAnswer.listed(report, true))
                        .toList(),
                next == null ? null : next.cursor());
    }
}

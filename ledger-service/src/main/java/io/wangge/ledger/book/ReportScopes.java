package io.wangge.ledger.book;

import io.wangge.contracts.report.ReportEvent.Received;
import java.util.List;

/** Whose a report is before its case says so: the path of its grid in the directory of the moment. */
@FunctionalInterface
public interface ReportScopes {
    /** @return unit ids from the top down; empty when nobody can tell yet */
    List<String> unitsOf(Received report);
}

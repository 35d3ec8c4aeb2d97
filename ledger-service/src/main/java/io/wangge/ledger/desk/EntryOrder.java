package io.wangge.ledger.desk;

import io.wangge.ledger.desk.CaseLedger.ReadableEntry;
import java.util.Comparator;

/**
 * How the ledger of a case is read: what was reported, then what happened in order of time. Services' clocks may differ by
 * a little; within a stream the order is always its own, for its times never run backwards.
 */
public final class EntryOrder {
    private EntryOrder() {}

    public static final Comparator<ReadableEntry> READING = Comparator.comparing(
                    (ReadableEntry entry) -> !entry.entry().stream().startsWith("report/"))
            .thenComparing(entry -> entry.entry().time())
            .thenComparing(entry -> entry.entry().stream())
            .thenComparing(entry -> entry.entry().seq());
}

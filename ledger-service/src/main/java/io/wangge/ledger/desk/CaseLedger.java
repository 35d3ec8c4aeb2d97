package io.wangge.ledger.desk;

import io.wangge.ledger.book.CaseFacts;
import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.entry.LedgerEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger of one case. */
public interface CaseLedger {
    /** No page of a case grows beyond it; a case with more shows its first. */
    int MOST_ENTRIES = 2000;

    /** An entry, its data as a tree, and those of its texts that are not erased. */
    record ReadableEntry(LedgerEntry entry, Map<String, Object> data, List<ErasableText> texts) {}

    Optional<CaseFacts> facts(String caseId);

    /** The report's entry first, then the case's and its rounds' in order of time. */
    List<ReadableEntry> entries(String caseId);
}

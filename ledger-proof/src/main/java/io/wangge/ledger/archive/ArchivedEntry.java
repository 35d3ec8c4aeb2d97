package io.wangge.ledger.archive;

import io.wangge.ledger.entry.LedgerEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in an archive. Its texts are not there: they stay in the database, where they can be erased.
 *
 * @param caseId the case it belongs to, if any
 * @param scopeUnits ids of the units whose people may read it
 */
public record ArchivedEntry(LedgerEntry entry, @Nullable String caseId, List<String> scopeUnits) {}

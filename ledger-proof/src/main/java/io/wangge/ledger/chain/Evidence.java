package io.wangge.ledger.chain;

import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.entry.LedgerEntry;
import java.util.List;

/**
 * An entry as it was found.
 *
 * @param storedId the id it is stored under, which should be {@code stream/seq}
 * @param texts its texts that are not erased
 */
public record Evidence(String storedId, LedgerEntry entry, List<ErasableText> texts) {}

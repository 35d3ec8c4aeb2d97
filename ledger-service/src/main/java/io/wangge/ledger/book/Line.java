package io.wangge.ledger.book;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Event;
import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.entry.LedgerEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry and what it is found by.
 *
 * @param texts its erasable texts, kept beside it
 * @param caseId the case it belongs to, if any
 * @param scopeUnits ids of the units whose people may read it
 * @param event where it came from
 */
public record Line(
        LedgerEntry entry,
        List<ErasableText> texts,
        @Nullable String caseId,
        List<String> scopeUnits,
        Envelope<Event> event) {}

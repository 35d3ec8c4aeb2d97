package io.wangge.ledger.archive;

import io.wangge.ledger.entry.LedgerEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in an archive. Its texts are not there: they stay in the database, where they can be erased.
 *
 * @param caseId the case it belongs to, if any
 * @param scopeUnits ids of the units whose people may read it
 */
public record ArchivedEntry(LedgerEntry entry, @Nullable String caseId, List<String> scopeUnits) {

    /** Under which cases it is looked for: that it belongs to, and whose chain it is part of. */
    Set<String> caseIds() {
        Set<String> ids = new LinkedHashSet<>();
        if (caseId != null) {
            ids.add(caseId);
        }
        String stream = entry.stream();
        String subject = stream.substring(stream.indexOf('/') + 1);
        if (stream.startsWith("report/") || stream.startsWith("case/")) {
            ids.add(subject);
        } else if (stream.startsWith("round/") && subject.indexOf('.') > 0) {
            ids.add(subject.substring(0, subject.lastIndexOf('.')));
        }
        return ids;
    }

    /** Whether it belongs to this case, or is part of one of its chains. */
    public boolean isOf(String id) {
        return caseIds().contains(id);
    }
}

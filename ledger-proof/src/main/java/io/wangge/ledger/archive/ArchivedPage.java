package io.wangge.ledger.archive;

import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Finding.Kind;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.seal.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page as it was read from an archive. */
public record ArchivedPage(String id, List<ArchivedEntry> entries) {

    /** Compares contents, by hashes that are worked out anew, with the page as it was sealed. */
    public @Nullable Finding differsFrom(Page page) {
        if (!id.equals(page.id())) {
            return new Finding(page.entryIds().getFirst(), Kind.MISSING);
        }
        for (int i = 0; i < page.entryIds().size(); i++) {
            String expected = page.entryIds().get(i);
            if (i >= entries.size() || !idAt(i).equals(expected)) {
                return otherAt(i, expected);
            }
            LedgerEntry entry = entries.get(i).entry();
            if (!entry.hashAt(entry.seq()).equals(page.hashes().get(i))) {
                return new Finding(expected, Kind.ALTERED);
            }
        }
        return entries.size() > page.entryIds().size()
                ? new Finding(idAt(page.entryIds().size()), Kind.ADDED)
                : null;
    }

    private Finding otherAt(int place, String expected) {
        Set<String> present = new HashSet<>();
        entries.forEach(entry -> present.add(entry.entry().id()));
        if (present.contains(expected)) {
            return new Finding(idAt(place), Kind.REORDERED);
        }
        return new Finding(expected, Kind.MISSING);
    }

    private String idAt(int place) {
        return entries.get(place).entry().id();
    }
}

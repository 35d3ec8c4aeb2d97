package io.wangge.ledger.seal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 账页: the entries that were written together. Intake writes it with them, so sealing costs by the page and not by the
 * entry.
 *
 * @param id 24 hex digits; pages of a seal stand in the order of their ids
 * @param recordedAt when the ledger wrote them down
 * @param seal number of the seal that holds it; null while it waits for one
 * @param entryIds {@code stream/seq} of each entry
 * @param hashes of these entries, in the same order
 * @param root Merkle root over the hashes
 * @param archived day in whose archive its entries stand, such as {@code 2026-03-02}; null while they stand in the database
 */
public record Page(
        String id,
        Instant recordedAt,
        @Nullable Long seal,
        List<String> entryIds,
        List<String> hashes,
        String root,
        @Nullable String archived) {

    /** @throws IllegalArgumentException when it is empty or has not one hash for each entry */
    public static Page of(String id, Instant recordedAt, List<String> entryIds, List<String> hashes) {
        if (entryIds.size() != hashes.size()) {
            throw new IllegalArgumentException("A page has one hash for each entry");
        }
        return new Page(
                id, recordedAt, null, List.copyOf(entryIds), List.copyOf(hashes), MerkleTree.root(hashes), null);
    }

    /** Whether its root is that of its hashes. */
    public boolean holds() {
        try {
            return !hashes.isEmpty()
                    && hashes.size() == entryIds.size()
                    && MerkleTree.root(hashes).equals(root);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public Ref ref() {
        return new Ref(id, root, entryIds.size());
    }

    /** How a seal names a page. @param entries how many it has */
    public record Ref(String id, String root, int entries) {}
}

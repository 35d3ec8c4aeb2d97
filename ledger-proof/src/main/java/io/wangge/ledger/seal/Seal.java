package io.wangge.ledger.seal;

import io.wangge.ledger.entry.CanonicalJson;
import io.wangge.ledger.entry.EntryHash;
import io.wangge.ledger.entry.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 封印: closes the pages that were written since the seal before.
 *
 * @param no from 1, without gaps
 * @param day on which it was closed, such as {@code 2026-11-22}; never before that of the seal before
 * @param closedAt the record time of its entries lies before it; to the millisecond
 * @param prevHash of the seal before, {@link EntryHash#GENESIS} for the first
 * @param pages in the order of their ids
 * @param entries how many its pages have together
 * @param root Merkle root over the pages' roots
 * @param hash SHA-256 over the canonical JSON of closedAt, day, entries, no, prevHash and root
 * @param signature of the hash; null when the service was given no key
 */
public record Seal(
        long no,
        String day,
        Instant closedAt,
        String prevHash,
        List<Page.Ref> pages,
        long entries,
        String root,
        String hash,
        @Nullable Signature signature) {

    /** The next seal over {@code pages}. */
    public static Seal close(
            @Nullable Seal before, String day, Instant now, List<Page.Ref> pages, @Nullable SealingKey key) {
        long no = before == null ? 1 : before.no + 1;
        String prevHash = before == null ? EntryHash.GENESIS : before.hash;
        Instant closedAt = now.truncatedTo(ChronoUnit.MILLIS);
        long entries = pages.stream().mapToLong(Page.Ref::entries).sum();
        String root = rootOf(pages);
        String hash = hashOf(no, day, closedAt, prevHash, entries, root);
        return new Seal(
                no,
                day,
                closedAt,
                prevHash,
                List.copyOf(pages),
                entries,
                root,
                hash,
                key == null ? null : key.sign(hash));
    }

    public static String rootOf(List<Page.Ref> pages) {
        return MerkleTree.root(pages.stream().map(Page.Ref::root).toList());
    }

    /** What a seal of this content is hashed to; also for a proof, which has the root but not the pages. */
    public static String hashOf(long no, String day, Instant closedAt, String prevHash, long entries, String root) {
        return Sha256.hex(CanonicalJson.of(Map.of(
                "closedAt", closedAt.toString(),
                "day", day,
                "entries", entries,
                "no", no,
                "prevHash", prevHash,
                "root", root)));
    }

    /** Whether root and hash are those of its content. */
    boolean holds() {
        try {
            return !pages.isEmpty()
                    && rootOf(pages).equals(root)
                    && pages.stream().mapToLong(Page.Ref::entries).sum() == entries
                    && hashOf(no, day, closedAt, prevHash, entries, root).equals(hash);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

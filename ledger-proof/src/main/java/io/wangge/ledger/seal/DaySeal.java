package io.wangge.ledger.seal;

import io.wangge.ledger.entry.CanonicalJson;
import io.wangge.ledger.entry.EntryHash;
import io.wangge.ledger.entry.Sha256;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 日封: closes the seals of a day when the first seal of a later day comes. Days without seals have none.
 *
 * @param no from 1, without gaps
 * @param day such as {@code 2026-11-22}
 * @param firstSeal the one after the last of the day before
 * @param root Merkle root over the hashes of the seals
 * @param prevHash of the day before, {@link EntryHash#GENESIS} for the first
 * @param hash SHA-256 over the canonical JSON of day, firstSeal, lastSeal, no, prevHash and root
 * @param signature of the hash; null when the service was given no key
 */
public record DaySeal(
        long no,
        String day,
        long firstSeal,
        long lastSeal,
        String root,
        String prevHash,
        String hash,
        @Nullable Signature signature) {

    /** @param sealHashes of {@code firstSeal} and those after it, all of one day */
    public static DaySeal close(
            @Nullable DaySeal before, String day, long firstSeal, List<String> sealHashes, @Nullable SealingKey key) {
        long no = before == null ? 1 : before.no + 1;
        String prevHash = before == null ? EntryHash.GENESIS : before.hash;
        long lastSeal = firstSeal + sealHashes.size() - 1;
        String root = MerkleTree.root(sealHashes);
        String hash = hashOf(no, day, firstSeal, lastSeal, root, prevHash);
        return new DaySeal(no, day, firstSeal, lastSeal, root, prevHash, hash, key == null ? null : key.sign(hash));
    }

    public static String hashOf(long no, String day, long firstSeal, long lastSeal, String root, String prevHash) {
        return Sha256.hex(CanonicalJson.of(Map.of(
                "day", day,
                "firstSeal", firstSeal,
                "lastSeal", lastSeal,
                "no", no,
                "prevHash", prevHash,
                "root", root)));
    }

    /** Whether it closes exactly these seals. */
    public boolean isOver(List<String> sealHashes) {
        return !sealHashes.isEmpty() && MerkleTree.root(sealHashes).equals(root);
    }

    boolean holds() {
        return hashOf(no, day, firstSeal, lastSeal, root, prevHash).equals(hash);
    }
}

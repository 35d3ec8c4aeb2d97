package io.wangge.ledger.seal;

import io.wangge.ledger.entry.ErasableText;
import io.wangge.ledger.entry.LedgerEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 存证: the ledger of one case with the way from each entry up to a signed seal, so that anybody can check it without the
 * system. See {@link ProofCheck}.
 *
 * @param format {@value #FORMAT}
 * @param entries by stream, then seq
 * @param seals each seal that holds one of the entries
 * @param days of those seals, where they have ended
 * @param keys as the service published them, for convenience: who doubts takes them from elsewhere
 */
public record CaseProof(
        String format,
        String caseId,
        Instant madeAt,
        List<ProvenEntry> entries,
        List<ProvenSeal> seals,
        List<DaySeal> days,
        List<PublicKeys.Key> keys) {
    public static final String FORMAT = "wangge-case-proof/1";

    /**
     * @param texts those that are not erased
     * @param seal number of its seal; null while it waits for one
     * @param inPage from the entry's hash to the root of its page
     * @param inSeal from the page's root to the root of the seal
     */
    public record ProvenEntry(
            LedgerEntry entry,
            List<ErasableText> texts,
            @Nullable Long seal,
            List<MerkleTree.Step> inPage,
            List<MerkleTree.Step> inSeal) {}

    /**
     * @param dayNo number of the day that holds it; null while the day goes on
     * @param inDay from the seal's hash to the root of the day
     */
    public record ProvenSeal(
            long no,
            String day,
            Instant closedAt,
            String prevHash,
            long entries,
            String root,
            String hash,
            @Nullable Signature signature,
            @Nullable Long dayNo,
            List<MerkleTree.Step> inDay) {}
}

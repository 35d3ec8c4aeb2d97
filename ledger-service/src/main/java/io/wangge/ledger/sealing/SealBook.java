package io.wangge.ledger.sealing;

import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.Page;
import io.wangge.ledger.seal.Seal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Pages and seals as the sealer sees them. */
public interface SealBook {
    /**
     * Takes or keeps the sealer's place until the store's clock has gone on by {@code lease}.
     *
     * @return the fencing number, larger whenever the place changes hands; empty when somebody else holds it
     */
    OptionalLong lead(String holder, Duration lease);

    /** Pages that wait for a seal, in the order of their ids. */
    List<Page.Ref> openPages(int most);

    Optional<Seal> lastSeal();

    Optional<DaySeal> lastDay();

    /** Hashes of the seals from this number on. */
    List<String> sealHashes(long from);

    /**
     * Writes a seal and takes its pages into it, both or nothing.
     *
     * @throws FencedOffException when the place was taken over, or one of the pages has a seal
     */
    void write(String holder, long fence, Seal seal);

    /** @throws FencedOffException when the place was taken over */
    void write(String holder, long fence, DaySeal day);

    /** Those that were not published yet, oldest first. */
    List<Seal> sealsToPublish(int most);

    List<DaySeal> daysToPublish(int most);

    void published(Seal seal);

    void published(DaySeal day);

    /** Somebody else seals now. Nothing was written. */
    final class FencedOffException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public FencedOffException(String message) {
            super(message);
        }
    }
}

package io.wangge.ledger.sealing;

import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.Page;
import java.util.Optional;

/** Sealed days as the archiver sees them. */
public interface ArchiveBook {
    /** @param before days from this one on stay, such as 2026-03-02 */
    Optional<DaySeal> oldestNotArchived(String before);

    /** The day's pages in the order of its seals. */
    Iterable<Page> pages(DaySeal day);

    /** @throws IllegalStateException from it when an entry is not there: what is broken is not archived */
    ArchiveFolder.Source source(DaySeal day);

    /**
     * Takes the entries of a page out of the database, whole or not at all: their texts stay, each chain remembers where it
     * goes on. A page whose entries were taken out already stays as it is.
     *
     * @throws SealBook.FencedOffException when the place was taken over
     * @throws IllegalStateException when the page does not go on where the archived part of a chain ends
     */
    void takeOut(String holder, long fence, DaySeal day, Page page);

    /** All pages of the day were taken out. */
    void archived(String holder, long fence, DaySeal day);
}

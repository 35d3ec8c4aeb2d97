package io.wangge.ledger.sealing;

import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.Page;
import io.wangge.ledger.seal.Seal;
import io.wangge.ledger.seal.SealingKey;
import io.wangge.ledger.sealing.SealBook.FencedOffException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Closes what was written since the last seal. Any number of replicas may run it: the one that holds the place works, and
 * each of its writes names its fencing number, so that one that slept through its lease writes nothing more.
 */
public final class Sealer {
    /** A page is named in 100 bytes of a seal, and a document has room for 16 MB. */
    private static final int MOST_PAGES = 5_000;

    private static final int PUBLISHED_TOGETHER = 100;

    private final SealBook book;
    private final List<Noticeboard> boards;
    private final @Nullable SealingKey key;
    private final InstantSource clock;
    private final ZoneId zone;
    private final String holder;
    private final Duration lease;

    /**
     * @param key null: seals stand unsigned
     * @param zone whose days are closed
     * @param holder name of this replica, unlike any other's
     */
    public Sealer(
            SealBook book,
            List<Noticeboard> boards,
            @Nullable SealingKey key,
            InstantSource clock,
            ZoneId zone,
            String holder,
            Duration lease) {
        this.book = book;
        this.boards = List.copyOf(boards);
        this.key = key;
        this.clock = clock;
        this.zone = zone;
        this.holder = holder;
        this.lease = lease;
    }

    /** @return how many seals were closed; 0 also when another replica seals */
    public int seal() {
        OptionalLong fence = book.lead(holder, lease);
        if (fence.isEmpty()) {
            return 0;
        }
        int closed = 0;
        try {
            closeDay(fence.getAsLong());
            int pages = MOST_PAGES;
            while (pages == MOST_PAGES) {
                pages = closeNext(fence.getAsLong());
                closed += pages > 0 ? 1 : 0;
            }
        } catch (FencedOffException e) {
            return closed;
        }
        publish();
        return closed;
    }

    private String today(Optional<Seal> last) {
        String today = LocalDate.ofInstant(clock.instant(), zone).toString();
        // A clock that jumps back opens no day again.
        return last.map(Seal::day).filter(day -> day.compareTo(today) > 0).orElse(today);
    }

    private void closeDay(long fence) {
        Optional<Seal> last = book.lastSeal();
        Optional<DaySeal> lastDay = book.lastDay();
        if (last.isEmpty()
                || last.get().day().equals(today(last))
                || lastDay.isPresent() && lastDay.get().lastSeal() == last.get().no()) {
            return;
        }
        long first = lastDay.map(day -> day.lastSeal() + 1).orElse(1L);
        DaySeal day = DaySeal.close(lastDay.orElse(null), last.get().day(), first, book.sealHashes(first), key);
        book.write(holder, fence, day);
    }

    /** @return how many pages it took */
    private int closeNext(long fence) {
        List<Page.Ref> pages = book.openPages(MOST_PAGES);
        if (pages.isEmpty()) {
            return 0;
        }
        Optional<Seal> last = book.lastSeal();
        Instant now = last.map(Seal::closedAt)
                .filter(before -> before.isAfter(clock.instant()))
                .orElseGet(clock::instant);
        book.write(holder, fence, Seal.close(last.orElse(null), today(last), now, pages, key));
        return pages.size();
    }

    private void publish() {
        for (Seal seal : book.sealsToPublish(PUBLISHED_TOGETHER)) {
            boards.forEach(board -> board.publish(seal));
            book.published(seal);
        }
        for (DaySeal day : book.daysToPublish(PUBLISHED_TOGETHER)) {
            boards.forEach(board -> board.publish(day));
            book.published(day);
        }
    }
}

package io.wangge.ledger.sealing;

import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.archive.ArchiveReading;
import io.wangge.ledger.archive.ArchivedPage;
import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Finding.Kind;
import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.Page;
import io.wangge.ledger.sealing.SealBook.FencedOffException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * 归档: the oldest sealed days, one after the other, by whoever holds the sealer's place. First the file, whole and on the
 * disk; then the file is read and compared with what was sealed; only then entries are taken out, page by page. Whenever it
 * dies, the next turn goes on from what it finds.
 */
public final class Archiver {
    private final ArchiveBook book;
    private final SealBook place;
    private final ArchiveFolder folder;
    private final InstantSource clock;
    private final ZoneId zone;
    private final String holder;
    private final Duration lease;
    private final int daysKept;

    /**
     * @param holder the same as the sealer's of this replica
     * @param daysKept how many days before today stay in the database
     */
    public Archiver(
            ArchiveBook book,
            SealBook place,
            ArchiveFolder folder,
            InstantSource clock,
            ZoneId zone,
            String holder,
            Duration lease,
            int daysKept) {
        this.book = book;
        this.place = place;
        this.folder = folder;
        this.clock = clock;
        this.zone = zone;
        this.holder = holder;
        this.lease = lease;
        this.daysKept = daysKept;
    }

    /**
     * @return how many days were archived; 0 also when another replica holds the place
     * @throws IllegalStateException when a day cannot be archived as it stands; nothing of it was taken out then
     */
    public int archive() {
        String before =
                LocalDate.ofInstant(clock.instant(), zone).minusDays(daysKept).toString();
        int done = 0;
        try {
            for (Optional<DaySeal> day = book.oldestNotArchived(before);
                    day.isPresent();
                    day = book.oldestNotArchived(before)) {
                if (!archive(day.get())) {
                    return done;
                }
                done++;
            }
        } catch (FencedOffException e) {
            return done;
        }
        return done;
    }

    private boolean archive(DaySeal day) {
        if (place.lead(holder, lease).isEmpty()) {
            return false;
        }
        if (!folder.has(day.day())) {
            folder.write(day.day(), book.source(day));
        }
        boolean begun = false;
        for (Page page : book.pages(day)) {
            begun |= page.archived() != null;
        }
        Finding wrong = check(day);
        if (wrong != null) {
            if (!begun) {
                folder.setAside(day.day());
            }
            throw new IllegalStateException("The archive of " + day.day() + " is not what was sealed: "
                    + wrong.entryId() + " " + wrong.kind().en());
        }
        for (Page page : book.pages(day)) {
            // The lease is renewed page by page; a day may take longer than it lasts.
            OptionalLong fence = place.lead(holder, lease);
            if (fence.isEmpty()) {
                return false;
            }
            if (page.archived() == null) {
                book.takeOut(holder, fence.getAsLong(), day, page);
            }
        }
        OptionalLong fence = place.lead(holder, lease);
        fence.ifPresent(number -> book.archived(holder, number, day));
        return fence.isPresent();
    }

    private @Nullable Finding check(DaySeal day) {
        try (ArchiveReading reading = folder.read(day.day())) {
            for (Page page : book.pages(day)) {
                ArchivedPage found = reading.next();
                Finding wrong =
                        found == null ? new Finding(page.entryIds().getFirst(), Kind.MISSING) : found.differsFrom(page);
                if (wrong != null) {
                    return wrong;
                }
            }
            return reading.next() == null ? null : new Finding("archive/" + day.day(), Kind.ADDED);
        }
    }
}

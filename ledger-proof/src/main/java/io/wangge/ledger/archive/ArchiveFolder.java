package io.wangge.ledger.archive;

import io.wangge.ledger.seal.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Archives of days, {@code 2026-03-02.ledger.gz} each, and beside each {@code 2026-03-02.ledger.idx}, which says where in it
 * a case is to be found ({@link ArchiveIndex}). Every replica must see the same folder.
 *
 * @param folder null where there is none: then nothing that was archived can be found
 */
public record ArchiveFolder(@Nullable Path folder) {
    public static final ArchiveFolder NONE = new ArchiveFolder(null);

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** What an archive is written from, in order. */
    public interface Source {
        /** The day as JSON. */
        String day();

        Iterable<SealedPages> seals();

        List<ArchivedEntry> entriesOf(Page page);
    }

    /** @param seal as JSON @param pages in the order in which it names them */
    public record SealedPages(String seal, Iterable<Page> pages) {}

    /** @throws ArchiveGoneException when there is no archive of this day */
    public ArchiveReading read(String day) {
        Path file = file(day);
        if (file == null || !Files.exists(file)) {
            throw new ArchiveGoneException(day);
        }
        return ArchiveReading.open(file);
    }

    /**
     * Pages on which entries of this case stand, and others around them, in order. From the index where there is one: it is
     * for the caller to see whether everything was found that should be, and to read the whole else.
     *
     * @throws ArchiveGoneException when there is no archive of this day
     */
    public void pagesOf(String day, String caseId, Consumer<ArchivedPage> pages) {
        Path file = file(day);
        ArchiveIndex index = file == null || !Files.exists(file) ? null : ArchiveIndex.read(indexOf(file), file);
        if (file == null || index == null) {
            allPages(day, pages);
            return;
        }
        for (ArchiveIndex.Member member : index.membersOf(caseId)) {
            each(ArchiveReading.open(file, member), pages);
        }
    }

    /** @throws ArchiveGoneException when there is no archive of this day */
    public void allPages(String day, Consumer<ArchivedPage> pages) {
        each(read(day), pages);
    }

    private static void each(ArchiveReading opened, Consumer<ArchivedPage> pages) {
        try (ArchiveReading reading = opened) {
            for (ArchivedPage page = reading.next(); page != null; page = reading.next()) {
                pages.accept(page);
            }
        }
    }

    private static Path indexOf(Path file) {
        return file.resolveSibling(file.getFileName().toString().replace(".gz", ".idx"));
    }

    public boolean has(String day) {
        Path file = file(day);
        return file != null && Files.exists(file);
    }

    private @Nullable Path file(String day) {
        // A day is read from the database, where anything may stand.
        return folder == null || !DAY.matcher(day).matches() ? null : folder.resolve(day + ".ledger.gz");
    }

    /** The file is there whole and on the disk, or not at all. */
    public void write(String day, Source source) {
        write(day, source, ArchiveWriting.CHARACTERS_A_MEMBER);
    }

    void write(String day, Source source, int charactersAMember) {
        Path file = file(day);
        if (file == null || folder == null) {
            throw new IllegalStateException("There is no folder for archives");
        }
        try {
            Files.createDirectories(folder);
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Path index = indexOf(file);
            Path indexPart = index.resolveSibling(index.getFileName() + ".part");
            try (ArchiveWriting writing = ArchiveWriting.create(part, charactersAMember)) {
                writing.day(source.day());
                for (SealedPages sealed : source.seals()) {
                    writing.seal(sealed.seal());
                    for (Page page : sealed.pages()) {
                        writing.page(page, source.entriesOf(page));
                    }
                }
                writing.index(indexPart);
            }
            force(part);
            force(indexPart);
            // First: one without its archive does no harm.
            Files.move(indexPart, index, StandardCopyOption.ATOMIC_MOVE);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that does not hold is set aside, for somebody to look at, so that it can be written anew. */
    public void setAside(String day) {
        Path file = file(day);
        if (file != null) {
            try {
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + ".broken"),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The archive of a day is not where it should be. */
    public static final class ArchiveGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String day;

        public ArchiveGoneException(String day) {
            super("There is no archive of " + day);
            this.day = day;
        }

        public String day() {
            return day;
        }
    }
}

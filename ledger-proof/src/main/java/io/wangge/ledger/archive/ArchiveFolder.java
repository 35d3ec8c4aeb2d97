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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Archives of days, {@code 2026-03-02.ledger.gz} each. Every replica must see the same folder.
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
        Path file = file(day);
        if (file == null || folder == null) {
            throw new IllegalStateException("There is no folder for archives");
        }
        try {
            Files.createDirectories(folder);
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (ArchiveWriting writing = ArchiveWriting.create(part)) {
                writing.day(source.day());
                for (SealedPages sealed : source.seals()) {
                    writing.seal(sealed.seal());
                    for (Page page : sealed.pages()) {
                        writing.page(page, source.entriesOf(page));
                    }
                }
            }
            force(part);
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

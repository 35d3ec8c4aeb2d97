package io.wangge.ledger.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.ledger.archive.ArchiveFolder.ArchiveGoneException;
import io.wangge.ledger.archive.ArchiveFolder.SealedPages;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.entry.Sha256;
import io.wangge.ledger.seal.Page;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The entries of one case are found in an archive of many without reading the others. */
class ArchiveFolderTest {
    private static final String DAY = "2026-03-02";
    private static final int CASES = 400;
    private static final int PAGES = 400;

    @TempDir
    private Path folder;

    private ArchiveFolder archives;

    @BeforeEach
    void aDayOfManyPages() {
        archives = new ArchiveFolder(folder);
        archives.write(DAY, source(), 4_000);
    }

    @Test
    void aCaseIsFoundByTheIndexAsInTheWhole() {
        for (String caseId : List.of("c-0", "c-7", "c-399", "c-nobody")) {
            List<String> whole = whole(caseId);
            List<ArchivedPage> read = read(caseId);
            assertThat(idsOf(read, caseId)).isEqualTo(whole);
            assertThat(read).hasSizeLessThan(PAGES / 10);
        }
        assertThat(whole("c-7")).hasSize(4).contains("round/c-7.1/1", "report/c-7/1", "erasure/x7/1", "case/c-7/1");
    }

    @Test
    void theWholeFileIsOneGzipForEverybodyElse() throws Exception {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive()))) {
            assertThat(new String(in.readAllBytes()).lines().filter(line -> line.startsWith("entry\t")))
                    .hasSize(CASES * 4);
        }
    }

    @Test
    void withoutAnIndexOrWithABrokenOneOrAnothersTheWholeIsRead() throws Exception {
        byte[] index = Files.readAllBytes(index());
        for (int at : new int[] {0, 6, index.length / 2, index.length - 1}) {
            byte[] broken = index.clone();
            broken[at] ^= 1;
            Files.write(index(), broken);
            everythingIsRead();
        }
        Files.write(index(), Arrays.copyOf(index, 20));
        everythingIsRead();
        Files.write(index(), new byte[0]);
        everythingIsRead();
        Files.delete(index());
        everythingIsRead();

        Files.write(index(), index);
        assertThat(read("c-7")).hasSizeLessThan(PAGES);
        byte[] archive = Files.readAllBytes(archive());
        Files.write(archive(), Arrays.copyOf(archive, archive.length + 1));
        everythingIsRead();
    }

    @Test
    void aMemberThatSomebodyChangedReadsAsLess() throws Exception {
        byte[] archive = Files.readAllBytes(archive());
        Arrays.fill(archive, 100, archive.length - 100, (byte) 7);
        Files.write(archive(), archive);
        assertThat(idsOf(read("c-7"), "c-7")).isEmpty();
    }

    @Test
    void aDayThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> archives.pagesOf("2026-03-03", "c-7", page -> {}))
                .isInstanceOf(ArchiveGoneException.class)
                .hasMessageContaining("2026-03-03");
        assertThatThrownBy(() -> ArchiveFolder.NONE.pagesOf(DAY, "c-7", page -> {}))
                .isInstanceOf(ArchiveGoneException.class);
    }

    private void everythingIsRead() {
        assertThat(read("c-7")).hasSize(PAGES);
        assertThat(idsOf(read("c-7"), "c-7")).hasSize(4);
    }

    private List<ArchivedPage> read(String caseId) {
        List<ArchivedPage> pages = new ArrayList<>();
        archives.pagesOf(DAY, caseId, pages::add);
        return pages;
    }

    private List<String> whole(String caseId) {
        List<ArchivedPage> pages = new ArrayList<>();
        archives.allPages(DAY, pages::add);
        assertThat(pages).hasSize(PAGES);
        return idsOf(pages, caseId);
    }

    private static List<String> idsOf(List<ArchivedPage> pages, String caseId) {
        return pages.stream()
                .flatMap(page -> page.entries().stream())
                .filter(entry -> entry.isOf(caseId))
                .map(entry -> entry.entry().id())
                .toList();
    }

    private Path archive() {
        return folder.resolve(DAY + ".ledger.gz");
    }

    private Path index() {
        return folder.resolve(DAY + ".ledger.idx");
    }

    /** Four entries of each case, somewhere in the day. */
    private static ArchiveFolder.Source source() {
        List<List<ArchivedEntry>> entries = new ArrayList<>();
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            entries.add(new ArrayList<>());
        }
        for (int i = 0; i < CASES; i++) {
            String caseId = "c-" + i;
            List<String> streams =
                    List.of("report/" + caseId, "case/" + caseId, "round/" + caseId + ".1", "erasure/x" + i);
            for (int s = 0; s < 4; s++) {
                int page = (i * 7 + s * 31) % PAGES;
                // What belongs to a case stands with it, whatever its stream.
                String named = s == 1 ? null : caseId;
                entries.get(page).add(new ArchivedEntry(entry(streams.get(s)), named, List.of("u-" + i)));
            }
        }
        for (int i = 0; i < PAGES; i++) {
            List<LedgerEntry> on =
                    entries.get(i).stream().map(ArchivedEntry::entry).toList();
            pages.add(Page.of(
                    "p" + i,
                    Instant.EPOCH,
                    on.stream().map(LedgerEntry::id).toList(),
                    on.stream().map(LedgerEntry::hash).toList()));
        }
        return new ArchiveFolder.Source() {
            @Override
            public String day() {
                return "{}";
            }

            @Override
            public Iterable<SealedPages> seals() {
                return List.of(new SealedPages("{}", pages));
            }

            @Override
            public List<ArchivedEntry> entriesOf(Page page) {
                return entries.get(Integer.parseInt(page.id().substring(1)));
            }
        };
    }

    private static LedgerEntry entry(String stream) {
        String hash = Sha256.hex(stream);
        return new LedgerEntry(stream, 1, "io.wangge.test.v1", Instant.EPOCH, "{\"a\":\"" + hash + "\"}", "", hash);
    }
}

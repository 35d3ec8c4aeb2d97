package io.wangge.ledger.archive;

import io.wangge.ledger.entry.CanonicalJson;
import io.wangge.ledger.entry.EntryHash;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.seal.Page;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Lines with tabs between their columns, gzip:
 * <pre>
 * day    JSON
 * seal   JSON
 * page   ID    ROOT
 * entry  HASH  the canonical text whose SHA-256 is the hash  JSON of caseId and scopeUnits
 * </pre>
 * Canonical JSON has neither tabs nor line breaks, so {@code sha256sum} over the third column of a line is enough to check
 * it by hand.
 */
final class ArchiveWriting implements AutoCloseable {
    private final Writer out;

    private ArchiveWriting(Writer out) {
        this.out = out;
    }

    static ArchiveWriting create(Path file) throws IOException {
        return new ArchiveWriting(new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8)));
    }

    void day(String json) throws IOException {
        line("day", json);
    }

    void seal(String json) throws IOException {
        line("seal", json);
    }

    void page(Page page, List<ArchivedEntry> entries) throws IOException {
        line("page", page.id(), page.root());
        for (ArchivedEntry archived : entries) {
            LedgerEntry entry = archived.entry();
            Map<String, Object> rest = new HashMap<>(Map.of("scopeUnits", archived.scopeUnits()));
            if (archived.caseId() != null) {
                rest.put("caseId", archived.caseId());
            }
            line("entry", entry.hash(), EntryHash.textOf(entry), CanonicalJson.of(rest));
        }
    }

    private void line(String... columns) throws IOException {
        out.write(String.join("\t", columns));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

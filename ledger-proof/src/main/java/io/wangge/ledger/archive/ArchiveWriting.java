package io.wangge.ledger.archive;

import io.wangge.ledger.entry.CanonicalJson;
import io.wangge.ledger.entry.EntryHash;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.seal.Page;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines with tabs between their columns, gzip, in members of some pages each, so that one case is read without the rest:
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
    /** About 400 entries: packed a quarter larger than in one piece, and read in a few milliseconds. */
    static final int CHARACTERS_A_MEMBER = 1 << 18;

    private final Counted file;
    private final ArchiveIndex.Making index = new ArchiveIndex.Making();
    private final int charactersAMember;
    private @Nullable GZIPOutputStream member;
    private @Nullable Writer out;
    private long written;

    private ArchiveWriting(Counted file, int charactersAMember) {
        this.file = file;
        this.charactersAMember = charactersAMember;
    }

    static ArchiveWriting create(Path file, int charactersAMember) throws IOException {
        return new ArchiveWriting(
                new Counted(new BufferedOutputStream(Files.newOutputStream(file))), charactersAMember);
    }

    /** How far the file is. */
    private static final class Counted extends FilterOutputStream {
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
        }
    }

    void day(String json) throws IOException {
        line("day", json);
    }

    void seal(String json) throws IOException {
        line("seal", json);
    }

    void page(Page page, List<ArchivedEntry> entries) throws IOException {
        if (written >= charactersAMember) {
            endMember();
        }
        line("page", page.id(), page.root());
        for (ArchivedEntry archived : entries) {
            LedgerEntry entry = archived.entry();
            Map<String, Object> rest = new HashMap<>(Map.of("scopeUnits", archived.scopeUnits()));
            if (archived.caseId() != null) {
                rest.put("caseId", archived.caseId());
            }
            line("entry", entry.hash(), EntryHash.textOf(entry), CanonicalJson.of(rest));
            index.add(archived);
        }
    }

    private void line(String... columns) throws IOException {
        Writer writer = out == null ? beginMember() : out;
        String line = String.join("\t", columns);
        writer.write(line);
        writer.write('\n');
        written += line.length();
    }

    private Writer beginMember() throws IOException {
        index.member(file.bytes);
        GZIPOutputStream begun = new GZIPOutputStream(file, 1 << 16);
        Writer writer = new BufferedWriter(new OutputStreamWriter(begun, StandardCharsets.UTF_8));
        member = begun;
        out = writer;
        written = 0;
        return writer;
    }

    private void endMember() throws IOException {
        if (out != null && member != null) {
            out.flush();
            member.finish();
        }
        out = null;
        member = null;
    }

    /** After everything was written: where what stands. */
    void index(Path indexFile) throws IOException {
        endMember();
        index.write(indexFile, file.bytes);
    }

    @Override
    public void close() throws IOException {
        endMember();
        file.close();
    }
}

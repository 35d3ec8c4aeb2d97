package io.wangge.ledger.archive;

import io.wangge.ledger.entry.LedgerEntry;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an archive page by page. Whatever somebody did to the file reads as entries that do not hold, or as its end. */
public final class ArchiveReading implements AutoCloseable {
    private static final String BEHIND_DATA = ",\"id\":\"";
    private static final String BEFORE_DATA = "{\"data\":";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final BufferedReader lines;
    private @Nullable String pageLine;

    private ArchiveReading(BufferedReader lines) {
        this.lines = lines;
        this.pageLine = toPage();
    }

    static ArchiveReading open(Path file) {
        try {
            return new ArchiveReading(new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return new ArchiveReading(new BufferedReader(Reader.nullReader()));
        }
    }

    /** Of one member alone; with nothing when it cannot be read. */
    static ArchiveReading open(Path file, ArchiveIndex.Member member) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(member.to() - member.from()));
            while (bytes.hasRemaining() && channel.read(bytes, member.from() + bytes.position()) >= 0) {
                // Until it is whole.
            }
            return new ArchiveReading(new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(new ByteArrayInputStream(bytes.array(), 0, bytes.position())),
                    StandardCharsets.UTF_8)));
        } catch (IOException | ArithmeticException | IllegalArgumentException e) {
            return new ArchiveReading(new BufferedReader(Reader.nullReader()));
        }
    }

    /** @return null at the end, which is also where the file was cut off or is no file of ours any more */
    public @Nullable ArchivedPage next() {
        String head = pageLine;
        if (head == null) {
            return null;
        }
        List<ArchivedEntry> entries = new ArrayList<>();
        String line = line();
        while (line != null && line.startsWith("entry\t")) {
            entries.add(entry(line));
            line = line();
        }
        pageLine = line == null || line.startsWith("page\t") ? line : toPage();
        String[] columns = head.split("\t", -1);
        return new ArchivedPage(columns.length > 1 ? columns[1] : "", entries);
    }

    private @Nullable String toPage() {
        String line = line();
        while (line != null && !line.startsWith("page\t")) {
            line = line();
        }
        return line;
    }

    private @Nullable String line() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    /** The hash is as it stands there; whoever checks works it out from the rest. */
    private static ArchivedEntry entry(String line) {
        String[] columns = line.split("\t", -1);
        try {
            String text = columns[2];
            // Strings are quoted, so this stands right behind the data and nowhere behind that.
            int end = text.lastIndexOf(BEHIND_DATA);
            JsonNode fields = MAPPER.readTree("{" + text.substring(end + 1));
            LedgerEntry entry = new LedgerEntry(
                    fields.path("stream").asString(""),
                    fields.path("seq").asLong(-1),
                    fields.path("type").asString(""),
                    Instant.parse(fields.path("time").asString("")),
                    text.substring(BEFORE_DATA.length(), end),
                    fields.path("prevHash").asString(""),
                    columns[1]);
            JsonNode rest = MAPPER.readTree(columns[3]);
            List<String> units = new ArrayList<>();
            rest.path("scopeUnits").forEach(unit -> units.add(unit.asString("")));
            JsonNode caseId = rest.get("caseId");
            return new ArchivedEntry(entry, caseId == null ? null : caseId.asString(""), units);
        } catch (RuntimeException e) {
            // Also what Jackson throws: somebody changed the line.
            LedgerEntry nothing = new LedgerEntry("", -1, "", Instant.EPOCH, "", "", "");
            return new ArchivedEntry(nothing, null, List.of());
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

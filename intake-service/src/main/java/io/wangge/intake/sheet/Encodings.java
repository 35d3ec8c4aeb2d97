package io.wangge.intake.sheet;

import io.wangge.intake.imports.BadTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The encoding of a text, found by trying: Chinese spreadsheets save GBK without saying so. What reads as UTF-8 without a
 * fault is UTF-8 (GBK text hardly ever does), else GB18030, which contains GBK and GB2312.
 */
final class Encodings {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int PIECE = 64 * 1024;

    private Encodings() {}

    /** @param skip bytes of its mark */
    record Found(Charset charset, int skip) {
        /** As people call it. */
        String name() {
            return charset.equals(GB18030) ? "GBK" : charset.name();
        }
    }

    static Found of(Path file) throws IOException, BadTable {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(3);
        }
        if (head.length >= 3 && (head[0] & 0xff) == 0xEF && (head[1] & 0xff) == 0xBB && (head[2] & 0xff) == 0xBF) {
            return fitting(file, List.of(new Found(StandardCharsets.UTF_8, 3)));
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xFF && (head[1] & 0xff) == 0xFE) {
            return fitting(file, List.of(new Found(StandardCharsets.UTF_16LE, 2)));
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xFE && (head[1] & 0xff) == 0xFF) {
            return fitting(file, List.of(new Found(StandardCharsets.UTF_16BE, 2)));
        }
        return fitting(file, List.of(new Found(StandardCharsets.UTF_8, 0), new Found(GB18030, 0)));
    }

    private static Found fitting(Path file, List<Found> candidates) throws IOException, BadTable {
        for (Found candidate : candidates) {
            if (reads(file, candidate)) {
                return candidate;
            }
        }
        throw new BadTable("import-encoding-unknown");
    }

    private static boolean reads(Path file, Found as) throws IOException {
        CharsetDecoder decoder = as.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(PIECE);
        CharBuffer chars = CharBuffer.allocate(PIECE);
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(as.skip());
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                if (decoder.decode(bytes, chars, end).isError() || hasNull(chars.flip())) {
                    return false;
                }
                bytes.compact();
                chars.clear();
            }
        }
        return true;
    }

    /** No text has one; a picture that is called CSV does. */
    private static boolean hasNull(CharBuffer chars) {
        return chars.chars().anyMatch(c -> c == 0);
    }
}

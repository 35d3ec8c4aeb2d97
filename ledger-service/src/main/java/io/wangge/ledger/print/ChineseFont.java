package io.wangge.ledger.print;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A font with Chinese letters that may be put into a PDF in parts: TrueType outlines, as a file of its own or in a
 * collection. Fonts with PostScript outlines (Noto CJK as Debian packs it) can only be put in whole, 20 MB, and are left out.
 */
public final class ChineseFont {
    private static final Logger LOG = LoggerFactory.getLogger(ChineseFont.class);
    /** 网 and 督. */
    private static final int[] LETTERS = {0x7F51, 0x7763};

    private static final List<String> PREFERRED = List.of(
            "wqy-microhei",
            "wqy-zenhei",
            "droidsansfallback",
            "notosanssc",
            "notosanscjksc",
            "sourcehansans",
            "simhei",
            "simsun",
            "msyh",
            "uming",
            "ukai");
    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of("/System/Library/Fonts"),
            Path.of("/Library/Fonts"),
            Path.of("C:\\Windows\\Fonts"),
            Path.of(System.getProperty("user.home", ".")).resolve(".fonts"),
            Path.of(System.getProperty("user.home", ".")).resolve(".local/share/fonts"));
    private static final int DEEP = 6;

    private final Path file;

    private ChineseFont(Path file) {
        this.file = file;
    }

    /** @param named in the settings; null to look in the usual folders @return empty when there is none that can be used */
    public static Optional<ChineseFont> find(@Nullable Path named) {
        if (named != null) {
            return Optional.of(new ChineseFont(named)).filter(ChineseFont::usable);
        }
        return FOLDERS.stream()
                .flatMap(folder -> files(folder).stream())
                .sorted(java.util.Comparator.comparingInt(ChineseFont::preference)
                        .thenComparing(Path::toString))
                .map(ChineseFont::new)
                .filter(ChineseFont::usable)
                .findFirst();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, DEEP, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(file -> preference(file) < PREFERRED.size()).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }

    private static int preference(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".ttf") && !name.endsWith(".ttc")) {
            return PREFERRED.size();
        }
        for (int i = 0; i < PREFERRED.size(); i++) {
            if (name.startsWith(PREFERRED.get(i))) {
                return i;
            }
        }
        return PREFERRED.size();
    }

    private boolean usable() {
        try (PDDocument nothing = new PDDocument()) {
            load(nothing);
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The font {} cannot be used for PDF: {}", file, e.getMessage());
            return false;
        }
    }

    /** Into the document, of which it becomes a part with the letters that were used. @throws IOException when it is unfit */
    PDFont load(PDDocument document) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
            TrueTypeCollection collection = new TrueTypeCollection(file.toFile());
            TrueTypeFont[] first = new TrueTypeFont[1];
            collection.processAllFonts(font -> {
                if (first[0] == null) {
                    first[0] = font;
                }
            });
            return embedded(document, first[0]);
        }
        boolean openType = file.toString().toLowerCase(Locale.ROOT).endsWith(".otf");
        TTFParser parser = openType ? new OTFParser() : new TTFParser();
        return embedded(document, parser.parse(new RandomAccessReadBufferedFile(file.toFile())));
    }

    private static PDFont embedded(PDDocument document, @Nullable TrueTypeFont font) throws IOException {
        if (font == null || font instanceof OpenTypeFont other && other.isPostScript()) {
            throw new IOException("it has no TrueType outlines");
        }
        for (int letter : LETTERS) {
            if (font.getUnicodeCmapLookup().getGlyphId(letter) == 0) {
                throw new IOException("it has no Chinese letters");
            }
        }
        return PDType0Font.load(document, font, true);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}

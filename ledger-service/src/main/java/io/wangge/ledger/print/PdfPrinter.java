package io.wangge.ledger.print;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.wangge.ledger.bulletin.Bulletin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** Bulletins on paper. */
public final class PdfPrinter {
    static final String FONT = "cjk";
    /** A font of 5 MB is read for each: with more of them the service's heap would be theirs. */
    private final Semaphore turns = new Semaphore(2);

    static {
        // It tells of each font and style sheet that it reads, on a log of its own.
        XRLog.setLoggingEnabled(false);
    }

    private final @Nullable Path named;
    private @Nullable ChineseFont font;

    /** @param named font file; null to look for one */
    public PdfPrinter(@Nullable Path named) {
        this.named = named;
    }

    /** What came of it. */
    public enum Printed {
        DONE,
        NO_FONT,
        BUSY
    }

    /** Nothing is written but with DONE. */
    public Printed print(Bulletin bulletin, OutputStream out) throws IOException {
        Optional<ChineseFont> letters = font();
        if (letters.isEmpty()) {
            return Printed.NO_FONT;
        }
        if (!turns.tryAcquire()) {
            return Printed.BUSY;
        }
        try (PDDocument document = new PDDocument()) {
            PDFont chinese = letters.get().load(document);
            PDFontSupplier supplier = new PDFontSupplier(chinese);
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePDDocument(document);
            builder.useFont(supplier, FONT);
            builder.useSVGDrawer(new BatikSVGDrawer());
            // A bulletin needs nothing from outside, and gets nothing.
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withHtmlContent(BulletinPage.of(bulletin), null);
            builder.toStream(out);
            builder.run();
            return Printed.DONE;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            turns.release();
        }
    }

    /** Looked for at each call until there is one: it may be installed while the service runs. */
    private synchronized Optional<ChineseFont> font() {
        if (font == null) {
            font = ChineseFont.find(named).orElse(null);
        }
        return Optional.ofNullable(font);
    }
}

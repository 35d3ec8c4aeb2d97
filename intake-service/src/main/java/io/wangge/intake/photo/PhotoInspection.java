package io.wangge.intake.photo;

import io.wangge.intake.attachment.Inspection;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.tika.Tika;

/**
 * Knows a file by its content, never by its name; draws photos anew, so that nothing but the picture travels on; passes
 * papers as they are.
 */
public final class PhotoInspection implements Inspection {
    private static final String WEBP = "image/webp";
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", WEBP);
    private static final Set<String> PAPERS = Set.of("application/pdf");
    /** What phones make, and no Java library opens without native code (docs/adr/0031). */
    private static final Map<String, String> PHOTOS_OF_OTHERS = Map.of(
            "image/heic", "file-is-heic",
            "image/heic-sequence", "file-is-heic",
            "image/heif", "file-is-heic",
            "image/heif-sequence", "file-is-heic",
            "image/avif", "file-is-heic");
    /** As much as tells one format from another. */
    private static final int HEAD_BYTES = 8 * 1024;

    private static final int LONGEST_SIDE = 2560;
    private static final int THUMBNAIL_SIDE = 320;

    /** The pictures being drawn are what takes memory: with the smallest heap one after the other. */
    private final Semaphore easels;

    private final Tika tika = new Tika();

    /** @param heapBytes of this process, which decides how many pictures are drawn side by side */
    public PhotoInspection(long heapBytes) {
        this.easels = new Semaphore((int) Math.clamp(heapBytes / (384L * 1024 * 1024), 1, 4), true);
    }

    @Override
    public Result inspect(Path upload, Path workplace) throws IOException {
        String type = tika.detect(head(upload));
        if (PAPERS.contains(type)) {
            return new Fit(type, upload, null, null, null, null, null);
        }
        return PICTURES.contains(type)
                ? drawn(type, upload, workplace)
                : new Unfit(PHOTOS_OF_OTHERS.getOrDefault(type, "file-type-not-allowed"));
    }

    private static byte[] head(Path upload) throws IOException {
        try (InputStream in = Files.newInputStream(upload)) {
            return in.readNBytes(HEAD_BYTES);
        }
    }

    private Result drawn(String type, Path upload, Path workplace) throws IOException {
        easels.acquireUninterruptibly();
        try {
            if (type.equals(WEBP)) {
                WebpHead.check(upload);
            }
            CameraNotes notes = CameraNotes.of(upload);
            BufferedImage picture = Picture.read(upload, LONGEST_SIDE, notes.orientation());
            Path content = workplace.resolve("picture.jpg");
            Path thumbnail = workplace.resolve("thumbnail.jpg");
            Picture.write(picture, content);
            Picture.write(Picture.scaled(picture, THUMBNAIL_SIDE), thumbnail);
            return new Fit(
                    "image/jpeg",
                    content,
                    thumbnail,
                    picture.getWidth(),
                    picture.getHeight(),
                    notes.takenAt(),
                    notes.takenWhere());
        } catch (EOFException e) {
            return new Unfit("file-not-a-picture");
        } catch (Picture.Unreadable e) {
            return new Unfit(e.reason());
        } finally {
            easels.release();
        }
    }
}

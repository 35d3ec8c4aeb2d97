package io.wangge.intake.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;

/** Pictures within a bounded memory: a large one is thinned out while it is read, never held whole. */
final class Picture {
    /** What a file may claim to be; a bomb of a few kilobytes claims more. Phones send up to 50 million. */
    static final long MOST_PIXELS = 60_000_000;
    /** Decoders hold whole rows. */
    static final int LONGEST_ROW = 30_000;
    /** What is held at once: 39 MB. */
    private static final long HELD_PIXELS = 13_000_000;

    private static final float QUALITY = 0.85f;
    /** What all can show; JPEG has no transparency. */
    private static final int PLAIN = BufferedImage.TYPE_INT_RGB;

    static {
        // Files are read where they lie; a cache on disk would be a second copy.
        ImageIO.setUseCache(false);
    }

    private Picture() {}

    /** It is no picture that can be shown. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;

        Unreadable(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** @param orientation 1 to 8 as EXIF numbers them: how the camera was held */
    static BufferedImage read(Path file, int longestSide, int orientation) throws IOException, Unreadable {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Unreadable("file-not-a-picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return upright(scaled(thinned(reader), longestSide), orientation);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // What decoders throw on garbage is of every kind; a disk that fails shows again at the next step.
            throw new Unreadable("file-not-a-picture");
        }
    }

    private static BufferedImage thinned(ImageReader reader) throws IOException, Unreadable {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS || reader.getWidth(0) > LONGEST_ROW || reader.getHeight(0) > LONGEST_ROW) {
            throw new Unreadable("file-too-many-pixels");
        }
        ImageReadParam how = reader.getDefaultReadParam();
        int every = (int) Math.ceil(Math.sqrt((double) pixels / HELD_PIXELS));
        if (every > 1) {
            how.setSourceSubsampling(every, every, 0, 0);
        }
        return reader.read(0, how);
    }

    /** A copy that fits, on white; never larger than the original. */
    static BufferedImage scaled(BufferedImage picture, int longestSide) {
        double factor = Math.min(1.0, (double) longestSide / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        BufferedImage copy = new BufferedImage(width, height, PLAIN);
        Graphics2D canvas = copy.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        } finally {
            canvas.dispose();
        }
        return copy;
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation <= 1) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lying = orientation >= 5;
        BufferedImage turned = new BufferedImage(lying ? height : width, lying ? width : height, PLAIN);
        Graphics2D canvas = turned.createGraphics();
        try {
            canvas.drawImage(picture, turn(orientation, width, height), null);
        } finally {
            canvas.dispose();
        }
        return turned;
    }

    /** EXIF 2.32, tag 0x0112: where the first row and column lie. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    static void write(BufferedImage picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}

package io.wangge.intake.photo;

import io.wangge.intake.attachment.ReleasedPhoto.Area;
import io.wangge.intake.attachment.Veil;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

/** One colour and no blur: what was blurred can be guessed back. Drawn anew, so nothing of what lay below is in the file. */
public final class PaintedVeil implements Veil {
    private static final int THUMBNAIL_SIDE = 320;
    /** Originals were drawn with this longest side. */
    private static final int LONGEST_SIDE = 2560;

    /** As with uploads: pictures are what takes memory. */
    private final Semaphore easel = new Semaphore(1, true);

    @Override
    public Veiled draw(InputStream picture, List<Area> areas, Path workplace) throws IOException {
        Path original = workplace.resolve("original");
        Files.copy(picture, original);
        easel.acquireUninterruptibly();
        try {
            BufferedImage canvas = Picture.read(original, LONGEST_SIDE, 1);
            paint(canvas, areas);
            Path content = workplace.resolve("released.jpg");
            Path thumbnail = workplace.resolve("released-small.jpg");
            Picture.write(canvas, content);
            Picture.write(Picture.scaled(canvas, THUMBNAIL_SIDE), thumbnail);
            return new Veiled(content, thumbnail);
        } catch (Picture.Unreadable e) {
            throw new IOException("A kept picture cannot be read: " + e.reason());
        } finally {
            easel.release();
        }
    }

    /** Outwards to whole pixels: nothing peeps out at the edge. */
    private static void paint(BufferedImage picture, List<Area> areas) {
        Graphics2D brush = picture.createGraphics();
        try {
            brush.setColor(Color.DARK_GRAY);
            for (Area area : areas) {
                int left = (int) Math.floor(area.x() * picture.getWidth());
                int top = (int) Math.floor(area.y() * picture.getHeight());
                int right = (int) Math.ceil((area.x() + area.width()) * picture.getWidth());
                int bottom = (int) Math.ceil((area.y() + area.height()) * picture.getHeight());
                brush.fillRect(left, top, right - left, bottom - top);
            }
        } finally {
            brush.dispose();
        }
    }
}

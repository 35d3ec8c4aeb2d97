package io.wangge.systemtests.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A street at dusk, drawn: the demo shows nobody's real place. Another for each report. */
final class DrawnPhoto {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 720;

    private DrawnPhoto() {}

    static byte[] of(String reportId) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            draw(canvas, new Random(reportId.hashCode()));
        } finally {
            canvas.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void draw(Graphics2D canvas, Random random) {
        float hue = random.nextFloat();
        canvas.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.5f, 0.5f), 0, HEIGHT, Color.getHSBColor(hue + 0.1f, 0.3f, 0.9f)));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        for (int x = 0; x < WIDTH; x += 80 + random.nextInt(80)) {
            int height = 150 + random.nextInt(300);
            canvas.setColor(Color.getHSBColor(0.6f, 0.2f, 0.2f + random.nextFloat() * 0.4f));
            canvas.fillRect(x, HEIGHT - 120 - height, 70 + random.nextInt(60), height);
        }
        canvas.setColor(Color.DARK_GRAY);
        canvas.fillRect(0, HEIGHT - 120, WIDTH, 120);
        canvas.setColor(Color.LIGHT_GRAY);
        canvas.fillOval(200 + random.nextInt(500), HEIGHT - 90, 120, 40);
    }
}

package io.wangge.intake.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as cameras make them, and as nobody should. */
public final class CameraPictures {
    private CameraPictures() {}

    /** Half red, half blue, with noise, so that no two seeds give the same bytes. */
    public static byte[] jpeg(int width, int height, long seed) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        Random random = new Random(seed);
        for (int i = 0; i < width * height / 50; i++) {
            image.setRGB(random.nextInt(width), random.nextInt(height), random.nextInt(0xffffff));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /** The same with an EXIF block of a camera behind the first marker. */
    public static byte[] withExif(byte[] jpeg, byte[] exif) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(out);
        data.write(jpeg, 0, 2);
        data.writeShort(0xFFE1);
        data.writeShort(exif.length + 8);
        data.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        data.write(exif);
        data.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /**
     * A TIFF structure with three directories: orientation, time, position.
     *
     * @param degreesNorth whole degrees, as are those east
     */
    public static byte[] exif(int orientation, String takenAt, int degreesNorth, int degreesEast) {
        ByteBuffer b = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        b.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        b.putShort((short) 3);
        entry(b, 0x0112, 3, 1, orientation);
        entry(b, 0x8769, 4, 1, 50);
        entry(b, 0x8825, 4, 1, 100);
        b.putInt(0);
        b.position(50);
        b.putShort((short) 1);
        entry(b, 0x9003, 2, 20, 70);
        b.putInt(0);
        b.position(70);
        b.put((takenAt + "\0").getBytes(StandardCharsets.US_ASCII));
        b.position(100);
        b.putShort((short) 4);
        entry(b, 1, 2, 2, 'N');
        entry(b, 2, 5, 3, 200);
        entry(b, 3, 2, 2, 'E');
        entry(b, 4, 5, 3, 224);
        b.putInt(0);
        b.position(200);
        b.putInt(degreesNorth).putInt(1).putInt(12).putInt(1).putInt(36).putInt(1);
        b.putInt(degreesEast).putInt(1).putInt(6).putInt(1).putInt(36).putInt(1);
        return b.array();
    }

    private static void entry(ByteBuffer b, int tag, int type, int count, int value) {
        b.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A PNG of a few bytes that claims to be as large. */
    public static byte[] pngThatClaims(int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream ihdr = new DataOutputStream(header);
        ihdr.write("IHDR".getBytes(StandardCharsets.US_ASCII));
        ihdr.writeInt(width);
        ihdr.writeInt(height);
        ihdr.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(header.toByteArray());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(out);
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.writeInt(13);
        png.write(header.toByteArray());
        png.writeInt((int) sum.getValue());
        return out.toByteArray();
    }
}

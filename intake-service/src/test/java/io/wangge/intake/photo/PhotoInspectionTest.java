package io.wangge.intake.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import io.wangge.intake.attachment.Inspection.Fit;
import io.wangge.intake.attachment.Inspection.Result;
import io.wangge.intake.attachment.Inspection.Unfit;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoInspectionTest {
    private final PhotoInspection inspection = new PhotoInspection(256L * 1024 * 1024);

    @TempDir
    Path folder;

    @Test
    void what_the_camera_wrote_is_read_and_does_not_travel_on() throws Exception {
        byte[] exif = CameraPictures.exif(1, "2026:11:22 09:30:00", 30, 120);
        Fit fit = fit(CameraPictures.withExif(CameraPictures.jpeg(400, 300, 1), exif));

        assertThat(fit.takenAt()).isEqualTo("2026-11-22T01:30:00Z");
        assertThat(fit.takenWhere().longitude()).isCloseTo(120.11, within(1e-6));
        assertThat(fit.takenWhere().latitude()).isCloseTo(30.21, within(1e-6));
        var kept = ImageMetadataReader.readMetadata(fit.content().toFile());
        assertThat(kept.containsDirectoryOfType(ExifDirectoryBase.class)).isFalse();
        assertThat(new String(Files.readAllBytes(fit.content()), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain("2026:11:22");
    }

    @Test
    void a_picture_taken_with_the_phone_turned_stands_upright() throws Exception {
        byte[] exif = CameraPictures.exif(6, "2026:11:22 09:30:00", 30, 120);
        Fit fit = fit(CameraPictures.withExif(CameraPictures.jpeg(400, 300, 1), exif));

        BufferedImage upright = ImageIO.read(fit.content().toFile());
        assertThat(upright.getWidth()).isEqualTo(300);
        assertThat(upright.getHeight()).isEqualTo(400);
        // Turned clockwise, what was left (red) is on top.
        assertThat(new Color(upright.getRGB(150, 20)).getRed()).isGreaterThan(200);
        assertThat(new Color(upright.getRGB(150, 380)).getBlue()).isGreaterThan(200);
    }

    /** ISO 23008-12: the brand stands in the first box. */
    @ParameterizedTest
    @ValueSource(strings = {"heic", "heix", "mif1", "avif"})
    void a_photo_as_newer_phones_keep_them_is_named_so_that_one_knows_what_to_change(String brand) throws Exception {
        byte[] photo = ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0mif1" + brand).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(inspect(photo)).isEqualTo(new Unfit("file-is-heic"));
    }

    /** As a browser writes them: 80 × 60, the upper left corner red, in the middle green. */
    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp"})
    void a_picture_as_browsers_and_messengers_keep_them_is_drawn_anew(String name) throws Exception {
        Fit fit = fit(webp(name));

        assertThat(fit.type()).isEqualTo("image/jpeg");
        BufferedImage drawn = ImageIO.read(fit.content().toFile());
        assertThat(drawn.getWidth()).isEqualTo(80);
        assertThat(drawn.getHeight()).isEqualTo(60);
        Color corner = new Color(drawn.getRGB(4, 4));
        assertThat(corner.getRed()).isGreaterThan(200);
        assertThat(corner.getBlue()).isLessThan(80);
        Color middle = new Color(drawn.getRGB(60, 30));
        assertThat(middle.getGreen()).isGreaterThan(middle.getRed() + 40);
        assertThat(new String(Files.readAllBytes(fit.content()), StandardCharsets.ISO_8859_1))
                .doesNotContain("WEBP");
    }

    @Test
    void a_webp_is_refused_by_what_it_claims_before_it_is_opened_the_canvas_and_the_picture_on_it() throws Exception {
        byte[] canvas = webp("lossy.webp");
        canvas[26] = 1;
        byte[] lossy = webp("lossy.webp");
        ByteBuffer.wrap(lossy).order(ByteOrder.LITTLE_ENDIAN).putShort(chunk(lossy, "VP8 ") + 14, (short) 16_000);
        ByteBuffer.wrap(lossy).order(ByteOrder.LITTLE_ENDIAN).putShort(chunk(lossy, "VP8 ") + 16, (short) 12_000);
        byte[] lossless = webp("lossless.webp");
        ByteBuffer.wrap(lossless)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(chunk(lossless, "VP8L") + 9, 15_999 | 11_999 << 14);

        assertThat(inspect(withHeight(canvas, 300))).isEqualTo(new Unfit("file-too-many-pixels"));
        assertThat(inspect(lossy)).isEqualTo(new Unfit("file-too-many-pixels"));
        assertThat(inspect(lossless)).isEqualTo(new Unfit("file-too-many-pixels"));
    }

    /** The canvas of RFC 9649 says width and height less one, in three bytes each. */
    private static byte[] withHeight(byte[] webp, int height) {
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putShort(27, (short) (height - 1));
        return webp;
    }

    @Test
    void a_webp_that_moves_is_named_so_that_one_knows_what_to_send() throws Exception {
        byte[] moving = webp("lossy.webp");
        moving[20] |= 2;
        assertThat(inspect(moving)).isEqualTo(new Unfit("file-is-webp"));
    }

    @Test
    void a_webp_spoilt_anywhere_is_drawn_or_refused_and_never_fails() throws Exception {
        Random random = new Random(13);
        for (String name : List.of("lossy.webp", "lossless.webp")) {
            byte[] good = webp(name);
            for (int i = 0; i < 75; i++) {
                byte[] spoilt = i % 5 == 0 ? Arrays.copyOf(good, random.nextInt(16, good.length)) : good.clone();
                for (int n = 0; n < 8; n++) {
                    spoilt[random.nextInt(12, spoilt.length)] = (byte) random.nextInt();
                }
                assertThat(inspect(spoilt)).isInstanceOf(Result.class);
            }
            assertThat(inspect(Arrays.copyOf(good, 40))).isEqualTo(new Unfit("file-not-a-picture"));
        }
    }

    private static byte[] webp(String name) throws IOException {
        try (InputStream in = PhotoInspectionTest.class.getResourceAsStream("/photo/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    /** Where a chunk begins, with its name. */
    private static int chunk(byte[] webp, String name) {
        return new String(webp, StandardCharsets.ISO_8859_1).indexOf(name, 12);
    }

    @Test
    void a_large_picture_is_kept_smaller_with_a_thumbnail() throws Exception {
        Fit fit = fit(CameraPictures.jpeg(6000, 4000, 2));

        assertThat(fit.width()).isEqualTo(2560);
        assertThat(fit.height()).isBetween(1706, 1708);
        BufferedImage thumbnail = ImageIO.read(fit.thumbnail().toFile());
        assertThat(thumbnail.getWidth()).isEqualTo(320);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000:00:00 00:00:00", "9999:99:99 99:99:99", "yesterday, noon  ", "1970:01:01 00:00:00"})
    void a_time_that_is_nonsense_counts_as_none_and_the_picture_stays_good(String time) throws Exception {
        byte[] exif = CameraPictures.exif(99, time, 999, 999);
        Fit fit = fit(CameraPictures.withExif(CameraPictures.jpeg(40, 30, 1), exif));

        assertThat(fit.takenAt()).isNull();
        assertThat(fit.takenWhere()).isNull();
        assertThat(fit.width()).isEqualTo(40);
    }

    @Test
    void garbage_where_the_camera_writes_leaves_the_picture_good() throws Exception {
        byte[] garbage = new byte[500];
        new Random(7).nextBytes(garbage);

        assertThat(fit(CameraPictures.withExif(CameraPictures.jpeg(40, 30, 1), garbage))
                        .takenAt())
                .isNull();
    }

    @Test
    void a_bomb_is_refused_by_what_it_claims_before_it_is_opened() throws Exception {
        assertThat(inspect(CameraPictures.pngThatClaims(50_000, 50_000))).isEqualTo(new Unfit("file-too-many-pixels"));
        assertThat(inspect(CameraPictures.pngThatClaims(2_000_000, 1))).isEqualTo(new Unfit("file-too-many-pixels"));
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_begins_with() throws Exception {
        assertThat(inspect(CameraPictures.pngThatClaims(10, 10))).isEqualTo(new Unfit("file-not-a-picture"));
        assertThat(inspect(Arrays.copyOf(CameraPictures.jpeg(400, 300, 1), 120)))
                .isEqualTo(new Unfit("file-not-a-picture"));
        assertThat(inspect("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Unfit("file-type-not-allowed"));
        assertThat(inspect("MZ\0\0".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Unfit("file-type-not-allowed"));
    }

    @Test
    void any_picture_spoilt_anywhere_is_drawn_or_refused_and_never_fails() throws Exception {
        byte[] good = CameraPictures.withExif(
                CameraPictures.jpeg(80, 60, 3), CameraPictures.exif(1, "2026:11:22 09:30:00", 30, 120));
        Random random = new Random(11);
        for (int i = 0; i < 150; i++) {
            byte[] spoilt = good.clone();
            for (int n = 0; n < 8; n++) {
                spoilt[random.nextInt(2, spoilt.length)] = (byte) random.nextInt();
            }
            assertThat(inspect(spoilt)).isInstanceOf(Result.class);
        }
    }

    @Test
    void a_paper_passes_as_it_is() throws Exception {
        Fit fit = fit("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(fit.type()).isEqualTo("application/pdf");
        assertThat(fit.thumbnail()).isNull();
    }

    private Fit fit(byte[] bytes) throws IOException {
        Result result = inspect(bytes);
        assertThat(result).isInstanceOf(Fit.class);
        return (Fit) result;
    }

    private Result inspect(byte[] bytes) throws IOException {
        Path upload = folder.resolve("upload");
        Files.write(upload, bytes);
        return inspection.inspect(upload, folder);
    }
}

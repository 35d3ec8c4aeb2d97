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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
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

    /** One pixel, lossy and lossless. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
                "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
            })
    void a_picture_as_browsers_keep_them_is_named_too(String webp) throws Exception {
        assertThat(inspect(Base64.getDecoder().decode(webp))).isEqualTo(new Unfit("file-is-webp"));
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

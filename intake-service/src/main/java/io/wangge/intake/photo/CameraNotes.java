package io.wangge.intake.photo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import io.wangge.contracts.GeoPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a camera wrote into a picture (EXIF), read before it is stripped. Nonsense counts as nothing.
 *
 * @param takenAt without an offset of its own, by the clock of China
 * @param takenWhere WGS-84
 * @param orientation 1 to 8; 1 for upright
 */
record CameraNotes(@Nullable Instant takenAt, @Nullable GeoPoint takenWhere, int orientation) {
    static final CameraNotes NONE = new CameraNotes(null, null, 1);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);
    /** Before digital photography; what a camera without a set clock says. */
    private static final int FIRST_YEAR = 1995;

    private static final int LAST_YEAR = 2100;

    static CameraNotes of(Path picture) {
        try {
            Metadata notes = ImageMetadataReader.readMetadata(picture.toFile());
            return new CameraNotes(takenAt(notes), takenWhere(notes), orientation(notes));
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            // Whatever stands there: the picture itself may be good.
            return NONE;
        }
    }

    private static @Nullable Instant takenAt(Metadata notes) {
        ExifSubIFDDirectory exif = notes.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        String said = exif == null ? null : exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
        if (exif == null || said == null) {
            return null;
        }
        try {
            LocalDateTime local = LocalDateTime.parse(said.strip(), EXIF_TIME);
            String offset = exif.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL);
            ZoneId zone = offset == null ? CHINA : ZoneOffset.of(offset.strip());
            return local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR
                    ? null
                    : local.atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable GeoPoint takenWhere(Metadata notes) {
        GpsDirectory gps = notes.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        if (place == null || place.isZero()) {
            return null;
        }
        double longitude = place.getLongitude();
        double latitude = place.getLatitude();
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? GeoPoint.of(longitude, latitude) : null;
    }

    private static int orientation(Metadata notes) {
        ExifIFD0Directory exif = notes.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer said = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return said == null || said < 1 || said > 8 ? 1 : said;
    }
}

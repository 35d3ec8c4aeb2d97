package io.wangge.intake.attachment;

import io.wangge.intake.attachment.ReleasedPhoto.Area;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Paints over parts of a picture. */
public interface Veil {
    /** @param content the whole picture, and small @param thumbnail likewise */
    record Veiled(Path content, Path thumbnail) {}

    /** @param workplace a folder for what is made; emptied by the caller */
    Veiled draw(InputStream picture, List<Area> areas, Path workplace) throws IOException;
}

package io.wangge.intake.attachment;

import java.io.IOException;
import java.nio.file.Path;

/** Asks a scanner about a file. */
@FunctionalInterface
public interface VirusScan {
    /** For a place that has no scanner. */
    VirusScan NONE = file -> true;

    /**
     * @return whether it is clean
     * @throws IOException when the scanner cannot say; the file is then asked about again later
     */
    boolean isClean(Path file) throws IOException;
}

package io.wangge.intake.attachment;

import io.wangge.contracts.GeoPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Looks into a whole upload and makes of it what may be kept. */
public interface Inspection {
    /** What came of it. */
    sealed interface Result {}

    /**
     * @param content what may be kept; may be the upload itself
     * @param thumbnail null for what is no picture
     */
    record Fit(
            String type,
            Path content,
            @Nullable Path thumbnail,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Instant takenAt,
            @Nullable GeoPoint takenWhere)
            implements Result {}

    /** @param reason stable code, such as {@code file-type-not-allowed} */
    record Unfit(String reason) implements Result {}

    /**
     * @param upload never changed
     * @param workplace a folder for what is made of it; emptied by the caller
     */
    Result inspect(Path upload, Path workplace) throws IOException;
}

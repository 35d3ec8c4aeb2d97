package io.wangge.intake.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where kept bytes lie. Written once, never changed; an id is never used again. */
public interface Blobs {
    /** Durable when it returns. */
    void put(String id, Path content) throws IOException;

    /** To be closed by whoever asked. */
    Optional<InputStream> open(String id) throws IOException;

    /** Nothing happens where there is none. */
    void delete(String id) throws IOException;
}

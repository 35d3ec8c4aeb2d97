package io.wangge.dispatch.sheet;

import java.io.IOException;
import java.util.List;

/** A table under way to its reader: a row that was written is gone from memory soon after. Closing it ends the file. */
public interface Sheet extends AutoCloseable {
    /** @param cells text as people read it; empty for nothing */
    void row(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;
}

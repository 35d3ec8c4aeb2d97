package io.wangge.intake.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tables, in bounded memory. */
public interface Tables {
    /** Most rows of one job. */
    int MOST_ROWS = 100_000;

    /** What a table looks like. */
    record Look(
            ImportJob.Format format, @Nullable String encoding, List<String> columns, int rows, List<Row> preview) {}

    /** Told of each row; throws to stop. */
    @FunctionalInterface
    interface RowVisitor {
        void visit(Row row) throws IOException;
    }

    /**
     * Reads the whole file once and writes its rows, in one plain form, to {@code staged}.
     *
     * @throws BadTable when it is no table, or too large a one
     */
    Look stage(Path file, Path staged) throws IOException, BadTable;

    /** The rows of a staged table, in their order, from the one behind {@code afterLine}. */
    void read(InputStream staged, int afterLine, RowVisitor visitor) throws IOException;
}

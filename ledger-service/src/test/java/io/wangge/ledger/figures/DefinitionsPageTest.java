package io.wangge.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DefinitionsPageTest {
    /** When it fails: put what it expected into the file. */
    @Test
    void thePageOfDefinitionsIsWhatTheProgramDefines() throws IOException {
        assertThat(Files.readString(Path.of("../docs/figures.md"))).isEqualTo(DefinitionsPage.text());
    }

    @Test
    void codesAndKeysAreUnique() {
        assertThat(Arrays.stream(Figure.values()).map(Figure::code)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Measure.values()).map(Measure::key)).doesNotHaveDuplicates();
    }
}

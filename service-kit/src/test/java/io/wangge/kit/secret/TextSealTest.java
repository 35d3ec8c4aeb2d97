package io.wangge.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.kit.settings.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSealTest {
    private static final TextSeal SEAL = seal("a key of the deployment");

    private static TextSeal seal(String key) {
        return new TextSeal(key, "secrets", "GRID_THE_KEY");
    }

    @Test
    void what_is_sealed_opens_with_the_same_key_and_looks_different_each_time() {
        String sealed = SEAL.seal("秘密 whsec_1");
        assertThat(sealed).startsWith("aes-gcm:").doesNotContain("whsec_1").isNotEqualTo(SEAL.seal("秘密 whsec_1"));
        assertThat(seal("a key of the deployment").open(sealed)).isEqualTo("秘密 whsec_1");
    }

    @Test
    void what_was_stored_plain_stays_readable() {
        assertThat(SEAL.open("whsec_1")).isEqualTo("whsec_1");
        assertThat(new TextSeal(" ", "secrets", "GRID_THE_KEY").seal("whsec_1")).isEqualTo("whsec_1");
    }

    @Test
    void another_key_none_and_a_cut_off_text_are_refused_with_the_settings_name() {
        String sealed = SEAL.seal("whsec_1");
        assertThatThrownBy(() -> seal("another").open(sealed)).hasMessageContaining("GRID_THE_KEY");
        assertThatThrownBy(() -> new TextSeal(null, "secrets", "GRID_THE_KEY").open(sealed))
                .hasMessageContaining("GRID_THE_KEY");
        assertThatThrownBy(() -> SEAL.open(sealed.substring(0, 20))).isInstanceOf(TextSeal.Unreadable.class);
        assertThatThrownBy(() -> SEAL.open("aes-gcm:!")).isInstanceOf(TextSeal.Unreadable.class);
    }

    @Test
    void a_secret_comes_from_the_environment_before_the_file_and_is_never_too_short(@TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "0123456789abcdef\n");
        assertThat(GivenSecret.of(null, file, "grid.the.key", 16)).isEqualTo("0123456789abcdef");
        assertThat(GivenSecret.of("fedcba9876543210", file, "grid.the.key", 16)).isEqualTo("fedcba9876543210");
        assertThat(GivenSecret.of(" ", null, "grid.the.key", 16)).isNull();
        assertThatThrownBy(() -> GivenSecret.of("short", null, "grid.the.key", 16))
                .isInstanceOf(StartRefused.class)
                .hasMessageNotContaining("short'");
        assertThatThrownBy(() -> GivenSecret.of(null, folder.resolve("none"), "grid.the.key", 16))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("grid.the.key-file");
    }
}

package io.wangge.ledger.files;

import io.wangge.kit.settings.StartRefused;
import io.wangge.ledger.callback.Script;
import io.wangge.ledger.callback.Scripts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code {"": {"zh": [..], "en": [..]}, "03": …, "0301": …}}: what callback clerks say, by category. */
public final class ScriptFile {
    private static final String BUILT_IN = "/callback-scripts.json";
    private static final TypeReference<Map<String, Script>> BY_CATEGORY = new TypeReference<>() {};

    private ScriptFile() {}

    /**
     * @param file null for the scripts that are built in
     * @throws StartRefused for a file that cannot be read
     */
    public static Scripts read(@Nullable Path file) {
        try (InputStream in = file == null
                ? Objects.requireNonNull(ScriptFile.class.getResourceAsStream(BUILT_IN))
                : Files.newInputStream(file)) {
            return new Scripts(JsonMapper.shared().readValue(in, BY_CATEGORY));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            StartRefused.unless(
                    file == null,
                    "grid.callbacks.scripts",
                    String.valueOf(file),
                    "it must be a JSON file of scripts by category, with one for the empty category");
            throw new UncheckedIOException(new IOException(BUILT_IN, e));
        }
    }
}

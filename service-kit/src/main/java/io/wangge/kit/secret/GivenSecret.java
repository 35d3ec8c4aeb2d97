package io.wangge.kit.secret;

import io.wangge.kit.settings.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A secret that a deployment gives by environment or by file. */
public final class GivenSecret {
    private GivenSecret() {}

    /**
     * @param value goes before the file
     * @param file holds it on one line; blanks around it do not count
     * @param setting as in {@code grid.webhooks.key}; its file is {@code setting-file}
     * @param shortest in characters
     * @return null when neither is given
     * @throws StartRefused when the file cannot be read, or the secret is too short to be one
     */
    public static @Nullable String of(@Nullable String value, @Nullable Path file, String setting, int shortest) {
        String given = value == null || value.isBlank() ? read(file, setting) : value.strip();
        StartRefused.unless(
                given == null || given.length() >= shortest,
                setting,
                "…",
                "it must have at least " + shortest + " characters");
        return given;
    }

    private static @Nullable String read(@Nullable Path file, String setting) {
        if (file == null || file.toString().isEmpty()) {
            return null;
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused(
                    "The file %s of %s-file cannot be read: %s".formatted(file, setting, e),
                    "Name a file that this process may read, and start again.");
        }
    }
}

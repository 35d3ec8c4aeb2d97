package io.wangge.systemtests.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the demo logins' password may stand: the environment, the local stack's file, compose's secret. */
final class Passwords {
    private Passwords() {}

    static List<String> candidates() {
        List<String> found = new ArrayList<>();
        String fixed = System.getenv("GRID_DEMO_PASSWORD");
        if (fixed != null && !fixed.isBlank()) {
            found.add(fixed);
        }
        String home = System.getenv("GRID_HOME");
        Path root = Path.of(home == null || home.isBlank() ? "" : home);
        for (Path file : List.of(root.resolve(".grid/demo-password"), root.resolve("deploy/secrets/demo-password"))) {
            if (Files.isReadable(file)) {
                found.add(read(file));
            }
        }
        return found.stream().distinct().toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

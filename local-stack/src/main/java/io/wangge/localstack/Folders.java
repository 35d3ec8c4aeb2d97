package io.wangge.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where things lie on this machine. */
final class Folders {

    private Folders() {}

    static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new StackException(
                    "无法建立文件夹 %s：%s".formatted(folder, refused.getMessage()),
                    "Folder %s cannot be made: %s".formatted(folder, refused.getMessage()),
                    refused);
        }
    }

    /** A folder that is gone when this JVM is. */
    static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("wangge-");
            OrphanGuard.removeAtEnd(folder);
            return folder;
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    /** With all that is in it; nothing happens when it is not there. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The user's cache for things that are fetched once, after the XDG base directory specification. */
    static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("wangge");
    }
}

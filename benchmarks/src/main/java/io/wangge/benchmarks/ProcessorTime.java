package io.wangge.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** CPU time of processes from the operating system, user and system together, in milliseconds. */
final class ProcessorTime {
    /** USER_HZ, in which /proc counts; 100 on every Linux that runs on servers. */
    private static final int TICKS_PER_SECOND = 100;

    private ProcessorTime() {}

    /** Missing processes are left out. */
    static Map<String, Long> of(Map<String, Long> pids) {
        Map<String, Long> millis = new LinkedHashMap<>();
        pids.forEach((name, pid) -> {
            try {
                millis.put(name, millisIn(Files.readString(Path.of("/proc", Long.toString(pid), "stat"))));
            } catch (IOException gone) {
                throw new BenchFailed("the CPU time of %s (pid %d) cannot be read: %s".formatted(name, pid, gone));
            }
        });
        return millis;
    }

    /**
     * What of a JVM's time its compilers took: what a service that runs for days spends once, and a short run over and over.
     * A process that is no JVM has none.
     */
    static Map<String, Long> ofCompilers(Map<String, Long> pids) {
        Map<String, Long> millis = new LinkedHashMap<>();
        pids.forEach((name, pid) -> {
            try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
                millis.put(
                        name, threads.mapToLong(ProcessorTime::millisIfCompiler).sum());
            } catch (IOException gone) {
                throw new BenchFailed("the threads of %s (pid %d) cannot be read: %s".formatted(name, pid, gone));
            }
        });
        return millis;
    }

    private static long millisIfCompiler(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return isCompiler(stat) ? millisIn(stat) : 0;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** HotSpot names them "C1 CompilerThread0"; the kernel keeps 15 characters. */
    static boolean isCompiler(String stat) {
        return stat.contains("(C1 CompilerThre") || stat.contains("(C2 CompilerThre");
    }

    /** @param stat content of {@code /proc/PID/stat}; the name in brackets may hold blanks and brackets */
    static long millisIn(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        // The state is field 3 of the manual page; utime is 14 and stime 15.
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return ticks * 1000 / TICKS_PER_SECOND;
    }

    static Map<String, Long> since(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> used = new LinkedHashMap<>();
        after.forEach((name, millis) -> used.put(name, millis - before.getOrDefault(name, 0L)));
        return used;
    }
}

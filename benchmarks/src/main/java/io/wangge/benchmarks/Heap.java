package io.wangge.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM still holds after a collection: the part of the heap that it needs. */
final class Heap {
    /** "def new generation   total 78656K, used 1234K" and "tenured generation   total 174784K, used 45678K". */
    private static final Pattern USED = Pattern.compile("generation\\s+total \\d+K, used (\\d+)K");

    private Heap() {}

    /** In megabytes; -1 when the JVM cannot be asked. */
    static long usedMegabytes(long pid) {
        jcmd(pid, "GC.run");
        return usedIn(jcmd(pid, "GC.heap_info"));
    }

    static long usedIn(String heapInfo) {
        Matcher used = USED.matcher(heapInfo);
        long kilobytes = 0;
        boolean found = false;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
            found = true;
        }
        return found ? kilobytes / 1024 : -1;
    }

    private static String jcmd(long pid, String command) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException noTool) {
            return "";
        }
    }
}

package io.wangge.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no process and no folder of a test outlives its JVM, however the JVM ends. A shutdown hook does not run
 * on {@code kill -9}; a closed pipe does. One small shell per JVM reads from this JVM, and when the pipe closes it kills
 * what was named to it and removes the folders.
 */
final class OrphanGuard {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=' '
            while IFS= read -r line; do
              case $line in
                +*) pids="$pids${line#+} " ;;
                -*) gone=${line#-}; pids="${pids%% $gone *} ${pids#* $gone }" ;;
                d*) set -- "$@" "${line#d}" ;;
              esac
            done
            for pid in $pids; do kill -9 "$pid"; done
            for pid in $pids; do
              tries=0
              while kill -0 "$pid" && [ $tries -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
            done
            for folder; do rm -rf -- "$folder"; done
            """;

    private static @Nullable Writer shell;

    private OrphanGuard() {}

    static void watch(long pid) {
        say("+" + pid);
    }

    static void forget(long pid) {
        say("-" + pid);
    }

    static void removeAtEnd(Path folder) {
        say("d" + folder.toAbsolutePath());
    }

    private static synchronized void say(String line) {
        try {
            if (shell == null) {
                Process process = new ProcessBuilder(
                                LocalProcess.inOwnSession(List.of("/bin/sh", "-c", SCRIPT, "wangge-orphan-guard")))
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start();
                shell = process.outputWriter(StandardCharsets.UTF_8);
            }
            shell.write(line + "\n");
            shell.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException("The guard that ends orphaned processes does not run", broken);
        }
    }
}

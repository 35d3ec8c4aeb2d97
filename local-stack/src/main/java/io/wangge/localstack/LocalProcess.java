package io.wangge.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process of this machine that writes to a log file and can be ended, killed and held still. */
final class LocalProcess {

    /** Who ends the process when nobody calls {@link #stop}. */
    enum Lifetime {
        /** It dies with this JVM, even when the JVM is killed. */
        OF_THIS_JVM,
        /** It stays when this JVM ends. */
        OF_THE_MACHINE
    }

    // Ctrl-C and a closing terminal reach every process of the session; the order in which the stack ends is ours to
    // choose.
    private static final List<List<String>> OWN_SESSION = List.of(
            List.of("/usr/bin/setsid"),
            List.of("/usr/bin/perl", "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV"),
            List.of("/usr/bin/nohup"));

    private final String name;
    private final Path log;
    private final ProcessHandle handle;

    private LocalProcess(String name, Path log, ProcessHandle handle) {
        this.name = name;
        this.log = log;
        this.handle = handle;
    }

    static LocalProcess start(
            String name, List<String> command, Map<String, String> environment, StackFolder folder, Lifetime lifetime) {
        Path log = folder.freshLog(name);
        try {
            ProcessBuilder builder = new ProcessBuilder(inOwnSession(command));
            builder.environment().putAll(environment);
            Process process = builder.redirectInput(
                            Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            if (lifetime == Lifetime.OF_THIS_JVM) {
                OrphanGuard.watch(process.pid());
                process.onExit().thenAccept(ended -> OrphanGuard.forget(ended.pid()));
            }
            folder.remember(name, process.toHandle());
            return new LocalProcess(name, log, process.toHandle());
        } catch (IOException cannotStart) {
            throw new StackException(
                    "无法启动 %s：%s".formatted(name, cannotStart.getMessage()),
                    "%s cannot be started: %s".formatted(name, cannotStart.getMessage()),
                    cannotStart);
        }
    }

    static List<String> inOwnSession(List<String> command) {
        return OWN_SESSION.stream()
                .filter(prefix -> Files.isExecutable(Path.of(prefix.getFirst())))
                .findFirst()
                .map(prefix -> Stream.concat(prefix.stream(), command.stream()).toList())
                .orElse(command);
    }

    /** A process that an earlier JVM started. */
    static LocalProcess of(String name, Path log, ProcessHandle handle) {
        return new LocalProcess(name, log, handle);
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    long pid() {
        return handle.pid();
    }

    boolean isAlive() {
        return handle.isAlive();
    }

    /** Asks it to end, and kills it when it has not ended in time. */
    void stop(Duration patience) {
        resume();
        handle.destroy();
        if (!ended(patience)) {
            kill();
        }
    }

    void kill() {
        handle.destroyForcibly();
        if (!ended(Duration.ofSeconds(20))) {
            throw new StackException(
                    "进程 %d（%s）无法结束。".formatted(pid(), name), "Process %d (%s) does not end.".formatted(pid(), name));
        }
    }

    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    /** The last lines of its log, for a person who must see why it ended. */
    String lastLines(int count) {
        return lastLines(log, count);
    }

    static String lastLines(Path log, int count) {
        try {
            if (!Files.exists(log)) {
                return "";
            }
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean ended(Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !handle.isAlive();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void signal(String signal) {
        if (!handle.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noKillCommand) {
            throw new UncheckedIOException(noKillCommand);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.wangge.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/** Where a stack keeps what it must find again: data, logs, process ids. {@code .grid/} for people, a temporary folder for tests. */
record StackFolder(Path root) {

    static StackFolder temporary() {
        return new StackFolder(Folders.temporary());
    }

    Path data(String server) {
        return root.resolve("data").resolve(server);
    }

    Path log(String server) {
        return root.resolve("logs").resolve(server + ".log");
    }

    /** The log of a new process; that of the one before it stays beside it as {@code .old}. */
    Path freshLog(String server) {
        Path log = log(server);
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    Path demoPassword() {
        return root.resolve("demo-password");
    }

    /** What the ledger seals its subscribers' secrets with. */
    Path webhooksKey() {
        return root.resolve("webhooks-key");
    }

    Path ports() {
        return root.resolve("ports");
    }

    private Path pid(String server) {
        return root.resolve("run").resolve(server + ".pid");
    }

    void remember(String server, ProcessHandle process) {
        try {
            Files.createDirectories(pid(server).getParent());
            Files.writeString(pid(server), process.pid() + " " + startedAt(process));
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    /** The live process that was remembered. A number that the system has given to another process since is not it. */
    Optional<ProcessHandle> running(String server) {
        try {
            if (!Files.exists(pid(server))) {
                return Optional.empty();
            }
            String[] words = Files.readString(pid(server)).strip().split(" ", 2);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> words.length < 2 || words[1].equals(startedAt(process)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }
}

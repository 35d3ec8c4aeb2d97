package io.wangge.localstack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Linux tells in {@code /proc} which socket listens on a port and which process holds the socket; elsewhere nothing is found. */
final class ProcFiles {

    private static final String LISTENING = "0A";

    private ProcFiles() {}

    static Optional<Long> listenerOn(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            collectListeners(Path.of(table), "%04X".formatted(port), sockets);
        }
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .map(ProcessHandle::pid)
                        .filter(pid -> holdsOneOf(sockets, Path.of("/proc", Long.toString(pid), "fd")))
                        .findFirst();
    }

    private static void collectListeners(Path table, String hexPort, Set<String> sockets) {
        try {
            for (String line : Files.readAllLines(table)) {
                // sl, local address:port, remote address:port, state, queues, timer, retransmits, uid, timeout, inode
                String[] fields = line.strip().split("\\s+");
                if (fields.length > 9 && fields[1].endsWith(":" + hexPort) && fields[3].equals(LISTENING)) {
                    sockets.add("socket:[" + fields[9] + "]");
                }
            }
        } catch (IOException notLinux) {
            // Nothing to tell.
        }
    }

    private static boolean holdsOneOf(Set<String> sockets, Path descriptors) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(descriptors)) {
            for (Path file : files) {
                if (sockets.contains(target(file))) {
                    return true;
                }
            }
        } catch (IOException anotherUsersProcess) {
            return false;
        }
        return false;
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}

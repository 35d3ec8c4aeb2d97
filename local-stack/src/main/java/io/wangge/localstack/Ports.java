package io.wangge.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Free TCP ports of the loopback address. */
final class Ports {

    // Below every system's ephemeral range (Linux 32768, macOS 49152). Inside it, a client that calls a dead server
    // again
    // and again may be given the server's own port as its source and so keep the server from coming back.
    private static final int FIRST = 20_000;
    private static final int LAST = 31_999;

    private Ports() {}

    static int free() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (isFree(port)) {
                return port;
            }
        }
        throw new StackException(
                "本机 20000–31999 之间找不到空闲端口。", "No free port was found between 20000 and 31999 on this machine.");
    }

    /** As many as asked for, all different. */
    static int[] free(int count) {
        Set<Integer> found = new LinkedHashSet<>();
        while (found.size() < count) {
            found.add(free());
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}

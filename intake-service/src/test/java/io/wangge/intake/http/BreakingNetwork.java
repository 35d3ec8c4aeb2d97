package io.wangge.intake.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A way to the service that breaks after a random number of bytes, in either direction, in the middle of anything. */
final class BreakingNetwork implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int servicePort;
    private final int mostBytes;
    private final Random random;
    private final AtomicInteger breaks = new AtomicInteger();

    BreakingNetwork(int servicePort, int mostBytes, long seed) throws IOException {
        this.servicePort = servicePort;
        this.mostBytes = mostBytes;
        this.random = new Random(seed);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    int breaks() {
        return breaks.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket phone = door.accept();
                Socket service = new Socket(InetAddress.getLoopbackAddress(), servicePort);
                AtomicLong left = new AtomicLong(random.nextInt(500, mostBytes));
                Thread.ofVirtual().start(() -> carry(phone, service, left));
                Thread.ofVirtual().start(() -> carry(service, phone, left));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void carry(Socket from, Socket to, AtomicLong left) {
        byte[] some = new byte[1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                long rest = left.addAndGet(-read);
                if (rest <= 0) {
                    out.write(some, 0, (int) Math.max(0, read + rest));
                    breaks.incrementAndGet();
                    return;
                }
                out.write(some, 0, read);
            }
        } catch (IOException e) {
            // The other direction broke first.
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is over anyway.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

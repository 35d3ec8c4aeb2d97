package io.wangge.intake.photo;

import io.wangge.intake.attachment.VirusScan;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** ClamAV's daemon over TCP, command INSTREAM: lengths and chunks, then zero; it answers {@code stream: OK} or the name. */
public final class Clamd implements VirusScan {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final String host;
    private final int port;

    public Clamd(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public boolean isClean(Path file) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            send(file, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
            String answer = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII)
                    .replace("\0", "")
                    .strip();
            if (answer.endsWith("OK")) {
                return true;
            }
            if (answer.endsWith("FOUND")) {
                return false;
            }
            throw new IOException("The virus scanner could not say: " + answer);
        }
    }

    private static void send(Path file, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
    }
}

package io.wangge.intake.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the protocol as clamd's manual describes it: zINSTREAM, chunks with their length, a zero, an answer. */
class ClamdTest {
    @TempDir
    Path folder;

    @Test
    void a_clean_file_passes_and_every_byte_was_sent() throws Exception {
        byte[] content = new byte[200_000];
        assertThat(asked(content, "stream: OK\0")).isTrue();
    }

    @Test
    void an_infected_file_does_not() throws Exception {
        assertThat(asked(new byte[10], "stream: Eicar-Signature FOUND\0")).isFalse();
    }

    @Test
    void a_scanner_that_cannot_say_is_a_failure_and_no_verdict() {
        assertThatThrownBy(() -> asked(new byte[10], "INSTREAM size limit exceeded. ERROR\0"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new Clamd("127.0.0.1", 1).isClean(folder.resolve("x")))
                .isInstanceOf(IOException.class);
    }

    private boolean asked(byte[] content, String answer) throws Exception {
        Path file = folder.resolve("file");
        Files.write(file, content);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> heard = CompletableFuture.supplyAsync(() -> listen(server, answer));
            boolean clean = new Clamd("127.0.0.1", server.getLocalPort()).isClean(file);
            assertThat(heard.get()).isEqualTo(content);
            return clean;
        }
    }

    private static byte[] listen(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] command = in.readNBytes("zINSTREAM\0".length());
            assertThat(new String(command, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                content.write(in.readNBytes(length));
            }
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            return content.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

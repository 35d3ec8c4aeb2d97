package io.wangge.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * Somebody looks at the district's board all the time, through the gateway: how long after a case was closed (its event's
 * time, by the clock of the same machine) the board shows it.
 */
final class BoardWatch implements AutoCloseable {
    private static final String BOARD = "/api/v1/boards/990100";
    private static final String CLOSED = "\"change\":\"CLOSED\"";

    private final Socket socket;
    private final Thread reading;
    private final Timings timings;

    private BoardWatch(Socket socket, Timings timings) {
        this.socket = socket;
        this.timings = timings;
        this.reading = Thread.ofVirtual().unstarted(this::read);
    }

    static BoardWatch open(URI gateway, String leader, Timings timings) throws IOException {
        String lastEventId;
        try (Wire wire = new Wire(gateway)) {
            Wire.Reply board = wire.send("GET", BOARD, leader, null);
            if (board.status() != 200) {
                throw new BenchFailed("the board was answered with " + board);
            }
            lastEventId = Tokens.JSON.readTree(board.body()).path("lastEventId").asString();
        }
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.getOutputStream()
                .write(("GET " + BOARD + "/stream HTTP/1.1\r\nHost: " + gateway.getAuthority() + "\r\nLast-Event-ID: "
                                + lastEventId + "\r\n" + leader + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        BoardWatch watch = new BoardWatch(socket, timings);
        watch.reading.start();
        return watch;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // Chunks end with a line of their own, so a message is one line here too.
                if (line.startsWith("data:") && line.contains(CLOSED)) {
                    JsonNode change = Tokens.JSON.readTree(line.substring("data:".length()));
                    Instant closedAt = Instant.parse(change.path("time").asString());
                    timings.record(Stage.ON_BOARD, Duration.between(closedAt, Instant.now()));
                }
            }
        } catch (IOException closed) {
            // By close(), or by the stack at the end.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

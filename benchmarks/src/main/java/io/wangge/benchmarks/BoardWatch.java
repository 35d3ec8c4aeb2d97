package io.wangge.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Somebody looks at the district's board all the time, through the gateway: how long after a case was closed (its event's
 * time, by the clock of the same machine) the board shows it.
 */
final class BoardWatch implements AutoCloseable {
    private static final String BOARD = "/api/v1/boards/990100";
    private static final String CLOSED = "\"change\":\"CLOSED\"";

    private final HttpClient http;
    private final HttpRequest stream;
    private final Timings timings;

    private BoardWatch(HttpClient http, HttpRequest stream, Timings timings) {
        this.http = http;
        this.stream = stream;
        this.timings = timings;
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
        HttpRequest.Builder stream =
                HttpRequest.newBuilder(gateway.resolve(BOARD + "/stream")).header("Last-Event-ID", lastEventId);
        leader.lines().map(line -> line.split(": ", 2)).forEach(header -> stream.header(header[0], header[1]));
        BoardWatch watch = new BoardWatch(HttpClient.newHttpClient(), stream.build(), timings);
        Thread.startVirtualThread(watch::read);
        return watch;
    }

    private void read() {
        try (Stream<String> lines = http.send(stream, BodyHandlers.ofLines()).body()) {
            lines.filter(line -> line.startsWith("data:") && line.contains(CLOSED))
                    .map(line -> Tokens.JSON.readTree(line.substring("data:".length())))
                    .map(change -> Instant.parse(change.path("time").asString()))
                    .forEach(closedAt -> timings.record(Stage.ON_BOARD, Duration.between(closedAt, Instant.now())));
        } catch (IOException | UncheckedIOException closed) {
            // By close(), or by the stack at the end.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

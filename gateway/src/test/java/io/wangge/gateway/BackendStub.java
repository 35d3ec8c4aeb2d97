package io.wangge.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A real, tiny HTTP service: answers with what it was asked, and streams events that a test lets go one by one. */
final class BackendStub {
    /** What arrived at the service. */
    record Asked(String method, String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    final BlockingQueue<String> eventsToStream = new LinkedBlockingQueue<>();
    private final AtomicInteger openStreams = new AtomicInteger();
    private final String name;
    private HttpServer server;
    private final List<Asked> asked = new ArrayList<>();

    BackendStub(String name) {
        this.name = name;
        up(0);
    }

    /** The service dies. */
    void down() {
        server.stop(0);
    }

    /** It is back at the same address. */
    void up() {
        up(server.getAddress().getPort());
    }

    private void up(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/ledger/stream", this::stream);
        server.createContext("/api/v1/reports/problem", this::problem);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized Asked last() {
        return asked.getLast();
    }

    synchronized int count() {
        return asked.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        remember(exchange);
        send(exchange, 200, "application/json", "{\"service\":\"" + name + "\"}");
    }

    private void problem(HttpExchange exchange) throws IOException {
        remember(exchange);
        send(exchange, 409, "application/problem+json", "{\"code\":\"wrong-state\",\"from\":\"" + name + "\"}");
    }

    /** Whose other end is open, as far as the service noticed: it does when it sends. */
    int openStreams() {
        return openStreams.get();
    }

    private void stream(HttpExchange exchange) throws IOException {
        remember(exchange);
        openStreams.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            for (String event = next(); event != null && !event.equals("END"); event = next()) {
                out.write(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } finally {
            openStreams.decrementAndGet();
        }
    }

    private String next() {
        try {
            return eventsToStream.poll(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void remember(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (this) {
            asked.add(new Asked(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

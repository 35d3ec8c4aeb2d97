package io.wangge.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {
    private HttpServer server;
    private URI base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        server.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/chunked", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(409, 0);
            exchange.getResponseBody().write("路灯".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.getResponseBody().write("不亮".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void severalRequestsGoOverOneConnectionWhateverTheAnswersLook() throws IOException {
        try (Wire wire = new Wire(base)) {
            assertThat(wire.send("POST", "/echo", "", "{\"text\":\"网格\"}"))
                    .isEqualTo(new Wire.Reply(200, "{\"text\":\"网格\"}"));
            assertThat(wire.send("GET", "/chunked", "X-Any: 1\r\n", null)).isEqualTo(new Wire.Reply(409, "路灯不亮"));
            assertThat(wire.send("GET", "/echo", "", null)).isEqualTo(new Wire.Reply(200, ""));
            assertThat(wire.send("POST", "/echo", "", "a").body()).isEqualTo("a");
        }
    }
}

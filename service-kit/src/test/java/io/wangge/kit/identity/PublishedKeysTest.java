package io.wangge.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.wangge.kit.identity.SigningKeys.KeysUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedKeysTest {
    private static final TestTokens OLD = new TestTokens("old");
    private static final TestTokens NEW = new TestTokens("new");

    private final AtomicInteger requests = new AtomicInteger();
    private volatile String published = OLD.jwks();
    private Instant now = Instant.parse("2026-11-22T06:00:00Z");
    private int port;
    private HttpServer gateway;

    @BeforeEach
    void startGateway() throws IOException {
        gateway = gateway(0);
        port = gateway.getAddress().getPort();
    }

    private HttpServer gateway(int onPort) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            byte[] body = published.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    @AfterEach
    void stopGateway() {
        gateway.stop(0);
    }

    private PublishedKeys keys() {
        return keys(Runnable::run);
    }

    private PublishedKeys keys(Executor background) {
        return new PublishedKeys(URI.create("http://127.0.0.1:" + port + "/jwks.json"), () -> now, background);
    }

    @Test
    void keys_are_fetched_once_for_many_tokens() {
        PublishedKeys keys = keys();
        for (int i = 0; i < 10; i++) {
            assertThat(keys.key("old")).isPresent();
        }
        assertThat(requests).hasValue(1);
    }

    @Test
    void a_new_key_is_seen_at_once_and_made_up_ids_are_not_asked_for_more_than_every_2_seconds() {
        PublishedKeys keys = keys();
        assertThat(keys.key("old")).isPresent();
        published = NEW.jwks();
        assertThat(keys.key("new")).isEmpty();
        now = now.plus(Duration.ofSeconds(3));
        assertThat(keys.key("new")).isPresent();
        for (int i = 0; i < 10; i++) {
            assertThat(keys.key("made-up-" + i)).isEmpty();
        }
        assertThat(requests).hasValue(2);
    }

    @Test
    void a_key_taken_back_is_honoured_for_5_minutes_at_most() {
        PublishedKeys keys = keys();
        assertThat(keys.key("old")).isPresent();
        published = NEW.jwks();
        now = now.plus(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(keys.key("old")).isEmpty();
    }

    @Test
    void keys_are_fetched_anew_before_they_are_old_and_nobody_waits_for_it() {
        List<Runnable> later = new ArrayList<>();
        PublishedKeys keys = keys(later::add);
        assertThat(keys.key("old")).isPresent();
        published = NEW.jwks();
        now = now.plus(Duration.ofMinutes(4).plusSeconds(1));
        for (int i = 0; i < 10; i++) {
            assertThat(keys.key("old")).isPresent();
        }
        assertThat(requests).hasValue(1);
        assertThat(later).hasSize(1);
        later.getFirst().run();
        assertThat(requests).hasValue(2);
        assertThat(keys.key("old")).isEmpty();
    }

    @Test
    void while_the_gateway_is_down_those_with_known_keys_do_not_wait_for_it() {
        List<Runnable> later = new ArrayList<>();
        PublishedKeys keys = keys(later::add);
        assertThat(keys.key("old")).isPresent();
        gateway.stop(0);
        for (int minute = 0; minute < 10; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            assertThat(keys.key("old")).isPresent();
            later.forEach(Runnable::run);
            later.clear();
        }
        assertThat(keys.key("old")).isPresent();
    }

    @Test
    void who_waited_for_a_try_that_failed_does_not_begin_another() throws Exception {
        published = "no keys";
        PublishedKeys keys = keys();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(callers.submit(() -> keys.key("old")));
            }
            for (Future<?> one : all) {
                assertThatThrownBy(one::get).hasCauseInstanceOf(KeysUnavailable.class);
            }
        }
        assertThat(requests).hasValue(1);
    }

    @Test
    void a_gateway_that_starts_later_is_waited_for() throws IOException {
        gateway.stop(0);
        PublishedKeys keys = keys();
        assertThatThrownBy(() -> keys.key("old")).isInstanceOf(KeysUnavailable.class);
        gateway = gateway(port);
        now = now.plus(Duration.ofSeconds(3));
        assertThat(keys.key("old")).isPresent();
    }

    @Test
    void a_gateway_that_is_down_does_not_matter_to_known_keys() {
        PublishedKeys keys = keys();
        assertThat(keys.key("old")).isPresent();
        gateway.stop(0);
        now = now.plus(Duration.ofHours(1));
        assertThat(keys.key("old")).isPresent();
    }

    @Test
    void keys_may_lie_in_a_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("jwks.json");
        Files.writeString(file, OLD.jwks());
        assertThat(new PublishedKeys(file.toUri(), () -> now).key("old")).isPresent();
    }
}

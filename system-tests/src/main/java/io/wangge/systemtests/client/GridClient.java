package io.wangge.systemtests.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One client of one gateway. Safe for many threads. */
public final class GridClient implements AutoCloseable {
    /** Longer than any {@code waitMs} that is sent here, shorter than anybody's patience. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(40);

    private final URI base;
    private final HttpClient http;

    public GridClient(URI base) {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    public URI base() {
        return base;
    }

    /** @throws ProblemAnswer when name or password are wrong, or too many have been tried */
    public Session signIn(String username, String password) {
        return Session.open(this, username, password);
    }

    /**
     * One request, whatever comes back.
     *
     * @param path from the root, with query
     * @throws Unreachable when nothing comes back
     */
    public Answer exchange(String method, String path, @Nullable String body, Map<String, String> headers) {
        return answered(request(method, path, body, headers));
    }

    /** Bytes of a file, from its beginning to its end (tus 1.0.0). */
    Answer upload(String path, byte[] content, String token) {
        return answered(HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER_WITHIN)
                .method("PATCH", BodyPublishers.ofByteArray(content))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .build());
    }

    private Answer answered(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException noAnswer) {
            throw new Unreachable(request.uri(), noAnswer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + request.uri(), interrupted);
        }
    }

    /** An answer that goes on, line by line, until the stream is closed; for server-sent events. */
    public Stream<String> lines(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        headers.forEach(request::setHeader);
        try {
            HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                String body = String.join("\n", response.body().toList());
                throw new ProblemAnswer(new Answer(response.statusCode(), response.headers(), body));
            }
            return response.body();
        } catch (IOException noAnswer) {
            throw new Unreachable(base.resolve(path), noAnswer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + path, interrupted);
        }
    }

    private HttpRequest request(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER_WITHIN);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(body)).setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        return request.build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

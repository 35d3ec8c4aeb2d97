package io.wangge.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of the four services as a JVM of its own, 256 MB of heap at most. */
final class GridService extends ProcessServer {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final int port;
    private final Path repository;
    private final Path layouts;
    private final List<String> jvmOptions;
    private final Map<String, String> environment;

    GridService(
            String name,
            StackFolder folder,
            LocalProcess.Lifetime lifetime,
            int port,
            Path repository,
            List<String> jvmOptions,
            Map<String, String> environment) {
        super(name, folder, lifetime);
        this.port = port;
        this.repository = repository;
        this.layouts = repository.resolve(".grid").resolve("apps");
        this.jvmOptions = List.copyOf(jvmOptions);
        this.environment = Map.copyOf(environment);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    List<Integer> ports() {
        return List.of(port);
    }

    @Override
    LocalProcess launch() {
        ServiceApp app = ServiceApp.of(name(), repository, layouts);
        List<String> command = new ArrayList<>();
        command.add(Jvm.java());
        command.addAll(List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(Jvm.LEAN);
        command.addAll(Jvm.sharingClasses(app.archive(), lifetime()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", app.jar().toString()));
        return LocalProcess.start(name(), command, environment, folder(), lifetime());
    }

    @Override
    void awaitReady(LocalProcess started) {
        Readiness.await(started, PATIENCE, this::isHealthy);
    }

    boolean isHealthy() {
        try {
            HttpRequest ask = HttpRequest.newBuilder(uri().resolve("/actuator/health"))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return HTTP.send(ask, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

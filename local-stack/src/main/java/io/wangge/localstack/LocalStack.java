package io.wangge.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole product on one machine: mongod, Kafka broker, and the four services as processes. Their names, for
 * {@link #kill}, {@link #start(String)} and the rest: {@code mongod}, {@code kafka}, {@code gateway},
 * {@code intake-service}, {@code dispatch-service}, {@code ledger-service}.
 */
public final class LocalStack implements AutoCloseable {
    private static final int DEMO_PASSWORD_LENGTH = 14;

    private final StackOptions options;
    private final StackFolder folder;
    private final String demoPassword;
    private final @Nullable String foreignMongoUri;
    private final Map<String, ProcessServer> servers;
    private final long startedAt = System.nanoTime();

    LocalStack(StackOptions options) {
        this.options = options;
        this.folder = new StackFolder(options.folder().toAbsolutePath());
        String fixed = options.demoPassword();
        this.demoPassword = fixed == null || fixed.isBlank()
                ? KeptSecret.in(folder, folder.demoPassword(), DEMO_PASSWORD_LENGTH)
                : fixed;
        String uri = System.getenv("GRID_MONGODB_URI");
        this.foreignMongoUri = uri == null || uri.isBlank() ? null : uri;
        this.servers = new StackServers(options, folder, demoPassword, foreignMongoUri).all();
    }

    /** Starts all and returns when all answer; whatever this call has started ends again when one of them does not. */
    public static LocalStack start(StackOptions options) {
        LocalStack stack = new LocalStack(options);
        stack.startAll();
        return stack;
    }

    void startAll() {
        DiskSpace.require(folder.root(), DiskSpace.ENOUGH_BYTES);
        options.ports().writeTo(folder.ports());
        List<ProcessServer> started =
                servers.values().stream().filter(server -> !server.isRunning()).toList();
        started.forEach(ProcessServer::requirePortsFree);
        try {
            // The services make their topics when they start, so the broker must be there first.
            inParallel(
                    started.stream()
                            .filter(server -> !(server instanceof GridService))
                            .toList(),
                    this::startOne);
            inParallel(started.stream().filter(GridService.class::isInstance).toList(), this::startOne);
        } catch (RuntimeException failed) {
            started.forEach(ProcessServer::kill);
            throw failed;
        }
    }

    /** The first failure ends the waiting for the others: one that waits for the failed one would only hide the reason. */
    private static void inParallel(List<ProcessServer> several, Consumer<ProcessServer> step) {
        CompletableFuture<?> firstFailure = new CompletableFuture<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?>[] steps = several.stream()
                    .map(server -> CompletableFuture.runAsync(() -> step.accept(server), threads)
                            .whenComplete((done, failure) -> {
                                if (failure != null) {
                                    firstFailure.completeExceptionally(failure);
                                }
                            }))
                    .toArray(CompletableFuture[]::new);
            try {
                CompletableFuture.anyOf(CompletableFuture.allOf(steps), firstFailure)
                        .join();
            } catch (CompletionException failed) {
                several.forEach(ProcessServer::kill);
                if (failed.getCause() instanceof StackException words) {
                    throw words;
                }
                throw failed;
            }
        }
    }

    private void startOne(ProcessServer server) {
        say("启动 · starting  %s".formatted(server.name()));
        server.start();
        say("就绪 · ready     %s  127.0.0.1:%d  pid %d"
                .formatted(
                        server.name(), server.ports().getFirst(), server.pid().orElse(0)));
    }

    /** Ends all in the order in which nobody misses anybody: gateway, services, broker, mongod. */
    public void stop() {
        List<ProcessServer> running =
                servers.values().stream().filter(ProcessServer::isRunning).toList();
        Map<Integer, List<ProcessServer>> turns = running.stream()
                .collect(Collectors.groupingBy(StackServers::turnToStop, TreeMap::new, Collectors.toList()));
        turns.values()
                .forEach(turn -> inParallel(turn, server -> {
                    say("停止 · stopping  %s".formatted(server.name()));
                    server.stop();
                }));
        say("已停止 · stopped");
    }

    private void say(String line) {
        options.progress()
                .accept("[%5.1fs] %s"
                        .formatted(
                                (System.nanoTime() - startedAt)
                                        / (double) Duration.ofSeconds(1).toNanos(),
                                line));
    }

    /** Where people and clients knock. */
    public URI gatewayUri() {
        return URI.create("http://127.0.0.1:" + options.ports().gateway());
    }

    /** Past the gateway, for tests of a single service: {@code intake-service} and so on. */
    public URI serviceUri(String name) {
        return URI.create("http://127.0.0.1:" + server(name).ports().getFirst());
    }

    public String mongoUri() {
        return foreignMongoUri == null ? ((Mongod) server("mongod")).uri() : foreignMongoUri;
    }

    public String kafkaBootstrap() {
        return "127.0.0.1:" + options.ports().kafka();
    }

    public String demoPassword() {
        return demoPassword;
    }

    /** Starts one that was stopped or killed, and returns when it answers. */
    public void start(String name) {
        server(name).start();
    }

    public void stop(String name) {
        server(name).stop();
    }

    /** {@code kill -9}. */
    public void kill(String name) {
        server(name).kill();
    }

    /** Holds one still, as a cut cable looks from outside. */
    public void pause(String name) {
        server(name).pause();
    }

    public void resume(String name) {
        server(name).resume();
    }

    public boolean isRunning(String name) {
        return server(name).isRunning();
    }

    /** The process ids of those that run now, by name; for reading their use of CPU and memory. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        servers.forEach((name, server) -> server.pid().ifPresent(pid -> pids.put(name, pid)));
        return pids;
    }

    /** The log file of one. */
    public Path log(String name) {
        return folder.log(server(name).name());
    }

    Map<String, ProcessServer> servers() {
        return servers;
    }

    StackPorts ports() {
        return options.ports();
    }

    private ProcessServer server(String name) {
        return Objects.requireNonNull(
                servers.get(name), () -> "no server is called " + name + "; there are " + servers.keySet());
    }

    /** Ends all at once, for tests whose data nobody wants. */
    @Override
    public void close() {
        servers.values().forEach(ProcessServer::kill);
    }
}

package io.wangge.localstack;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the six processes have in common: one name, one log, ports that must be free, and a life of their own. */
abstract sealed class ProcessServer implements Server permits Mongod, KafkaBroker, GridService {

    // The first stop of a service also writes its class data archive, which takes a while on a busy machine.
    private static final Duration TO_STOP = Duration.ofSeconds(90);

    private final String name;
    private final StackFolder folder;
    private final LocalProcess.Lifetime lifetime;
    private @Nullable LocalProcess process;

    ProcessServer(String name, StackFolder folder, LocalProcess.Lifetime lifetime) {
        this.name = name;
        this.folder = folder;
        this.lifetime = lifetime;
        this.process = folder.running(name)
                .map(handle -> LocalProcess.of(name, folder.log(name), handle))
                .orElse(null);
    }

    /** The ports it listens on. */
    abstract List<Integer> ports();

    /** Starts the process and does not wait for it to be of use. */
    abstract LocalProcess launch();

    /** Returns when it is of use. */
    abstract void awaitReady(LocalProcess started);

    final String name() {
        return name;
    }

    final StackFolder folder() {
        return folder;
    }

    final LocalProcess.Lifetime lifetime() {
        return lifetime;
    }

    @Override
    public final void start() {
        LocalProcess running = process;
        if (running == null || !running.isAlive()) {
            requirePortsFree();
            running = launch();
            process = running;
        }
        awaitReady(running);
    }

    final void requirePortsFree() {
        ports().forEach(port -> PortHolder.requireFree(name, port));
    }

    @Override
    public final void stop() {
        LocalProcess running = process;
        if (running != null && running.isAlive()) {
            running.stop(TO_STOP);
        }
    }

    @Override
    public final void kill() {
        LocalProcess running = process;
        if (running != null) {
            running.kill();
        }
    }

    @Override
    public final void pause() {
        LocalProcess running = process;
        if (running != null) {
            running.pause();
        }
    }

    @Override
    public final void resume() {
        LocalProcess running = process;
        if (running != null) {
            running.resume();
        }
    }

    @Override
    public final boolean isRunning() {
        return pid().isPresent();
    }

    /** Empty while it does not run. */
    final OptionalLong pid() {
        LocalProcess running = process;
        return running != null && running.isAlive() ? OptionalLong.of(running.pid()) : OptionalLong.empty();
    }

    /** The end of its log, for a person. */
    final String lastLines(int count) {
        return LocalProcess.lastLines(folder.log(name), count);
    }
}

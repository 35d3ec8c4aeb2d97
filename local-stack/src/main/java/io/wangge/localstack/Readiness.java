package io.wangge.localstack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a process to be of use, and gives up at once when it has died. */
final class Readiness {

    private static final long STEP_NANOS = Duration.ofMillis(100).toNanos();

    private Readiness() {}

    /** For what is no process of this machine; {@code name} is for the message. */
    static void await(String name, Duration patience, BooleanSupplier ready) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new StackException(
                        "%s 在 %d 秒内没有就绪。".formatted(name, patience.toSeconds()),
                        "%s was not ready within %d s.".formatted(name, patience.toSeconds()));
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    static void await(LocalProcess process, Duration patience, BooleanSupplier ready) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new StackException(
                        "%s 启动后退出了。日志 %s 的最后几行：%n%s".formatted(process.name(), process.log(), process.lastLines(15)),
                        "%s ended while starting; the last lines of its log are above.".formatted(process.name()));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new StackException(
                        "%s 在 %d 秒内没有就绪。日志 %s 的最后几行：%n%s"
                                .formatted(process.name(), patience.toSeconds(), process.log(), process.lastLines(15)),
                        "%s was not ready within %d s; the last lines of its log are above."
                                .formatted(process.name(), patience.toSeconds()));
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}

package io.wangge.systemtests.chaos;

import io.wangge.systemtests.client.NotInTime;
import io.wangge.systemtests.client.ProblemAnswer;
import io.wangge.systemtests.client.Unreachable;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Does what every problem of an outage tells a client to do: the same again, with the same ids. */
final class Insistent {
    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();

    private Insistent() {}

    /**
     * @return the first answer
     * @throws RuntimeException what the service says for good, or its last word when the patience is over
     */
    static <T> T until(Duration patience, Supplier<T> call) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return call.get();
            } catch (Unreachable | NotInTime outage) {
                pauseOrGiveUp(deadline, outage);
            } catch (ProblemAnswer problem) {
                if (!problem.isPassing()) {
                    throw problem;
                }
                pauseOrGiveUp(deadline, problem);
            }
        }
    }

    private static void pauseOrGiveUp(long deadline, RuntimeException last) {
        if (System.nanoTime() - deadline > 0) {
            throw last;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }
}

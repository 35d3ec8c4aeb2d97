package io.wangge.systemtests;

import io.wangge.systemtests.client.Session;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The one place for waiting on what no request of the API can wait for. */
final class Awaiting {
    private Awaiting() {}

    /** What comes with the minute and not with the message. */
    static <T> T untilTheMinuteIsOver(Callable<T> look, Predicate<T> enough) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1).plus(Session.PATIENCE))
                .ignoreExceptions()
                .until(look, enough);
    }

    static <T> T until(Callable<T> look, Predicate<T> enough) {
        return Awaitility.await().atMost(Session.PATIENCE).ignoreExceptions().until(look, enough);
    }
}

package io.wangge.systemtests;

import io.wangge.systemtests.client.Session;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The one place for waiting on what no request of the API can wait for. */
final class Awaiting {
    private Awaiting() {}

    static <T> T until(Callable<T> look, Predicate<T> enough) {
        return Awaitility.await().atMost(Session.PATIENCE).ignoreExceptions().until(look, enough);
    }
}

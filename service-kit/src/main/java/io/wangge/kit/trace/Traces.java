package io.wangge.kit.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * W3C trace context of the present thread: where a request came from, carried on in the events it causes. Ids only, no
 * spans are sent anywhere.
 */
public final class Traces {
    public static final String HEADER = "traceparent";
    /** Key of the trace id in log lines. */
    public static final String TRACE_ID = "traceId";

    private static final Pattern SYNTAX =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int ID_BEGINS = 3;
    private static final int ID_ENDS = 35;
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private Traces() {}

    /** The traceparent of this thread, null outside of a request and of an event. */
    public static @Nullable String current() {
        return CURRENT.get();
    }

    /** @return {@code traceparent} when it is one, otherwise a new one */
    public static String continued(@Nullable String traceparent) {
        return traceparent != null && SYNTAX.matcher(traceparent).matches() ? traceparent : begin();
    }

    /** A new trace, not sampled. */
    public static String begin() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-00";
    }

    /** The 32 digits in the middle, for log lines and for people who report a failure. */
    public static String idOf(String traceparent) {
        return traceparent.substring(ID_BEGINS, ID_ENDS);
    }

    /** Binds the thread until the scope is closed. */
    public static Scope open(String traceparent) {
        String before = CURRENT.get();
        CURRENT.set(traceparent);
        MDC.put(TRACE_ID, idOf(traceparent));
        return () -> {
            if (before == null) {
                CURRENT.remove();
                MDC.remove(TRACE_ID);
            } else {
                CURRENT.set(before);
                MDC.put(TRACE_ID, idOf(before));
            }
        };
    }

    /** Ends with the request. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}

package io.wangge.gateway.door;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** The W3C trace context of a call: the client's, or one made here. */
public final class Trace {
    static final String HEADER = "traceparent";

    private static final String ATTRIBUTE = Trace.class.getName();
    private static final Pattern WELL_FORMED =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    /** The traceparent of this call; made once and kept with it. */
    public static String of(ServerWebExchange exchange) {
        Object known = exchange.getAttribute(ATTRIBUTE);
        if (known != null) {
            return known.toString();
        }
        HttpHeaders headers = exchange.getRequest().getHeaders();
        String trace = chosen(headers.getFirst(HEADER));
        exchange.getAttributes().put(ATTRIBUTE, trace);
        return trace;
    }

    /** The 32 digits that a log is searched for. */
    public static String idOf(ServerWebExchange exchange) {
        return of(exchange).substring(3, 35);
    }

    static String chosen(@Nullable String given) {
        return given != null && WELL_FORMED.matcher(given).matches() ? given : made();
    }

    private static String made() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder trace = new StringBuilder(55).append("00-");
        hex(trace, random.nextLong());
        // Zero is no trace id: the lowest bit is always set.
        hex(trace, random.nextLong() | 1);
        trace.append('-');
        hex(trace, random.nextLong() | 1);
        return trace.append("-01").toString();
    }

    private static void hex(StringBuilder to, long value) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            to.append(Character.forDigit((int) (value >>> shift) & 0xf, 16));
        }
    }
}

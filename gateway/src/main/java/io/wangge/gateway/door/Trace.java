package io.wangge.gateway.door;

import io.wangge.kit.trace.Traces;
import org.springframework.web.server.ServerWebExchange;

/** The W3C trace context of a call: the client's, or one made here. */
public final class Trace {
    private static final String ATTRIBUTE = Trace.class.getName();

    private Trace() {}

    /** The traceparent of this call; made once and kept with it. */
    public static String of(ServerWebExchange exchange) {
        Object known = exchange.getAttribute(ATTRIBUTE);
        if (known != null) {
            return known.toString();
        }
        String trace = Traces.continued(exchange.getRequest().getHeaders().getFirst(Traces.HEADER));
        exchange.getAttributes().put(ATTRIBUTE, trace);
        return trace;
    }
}

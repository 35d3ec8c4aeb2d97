package io.wangge.ledger.webhook;

import java.net.URI;
import java.util.Map;

/** Sends one message over HTTP; never throws for what the other side does. */
public interface Sender {
    Reply send(URI to, Map<String, String> headers, String body);

    /** Whether the guard lets every address of this host through just now. */
    boolean mayReach(URI to);
}

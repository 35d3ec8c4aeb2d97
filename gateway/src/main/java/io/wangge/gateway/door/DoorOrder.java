package io.wangge.gateway.door;

import org.springframework.core.Ordered;

/** The order in which a call passes the door: cheapest first, and nothing of a stranger's call is read before the token. */
final class DoorOrder {
    static final int SECURITY_HEADERS = Ordered.HIGHEST_PRECEDENCE + 100;
    static final int BODY_LIMIT = SECURITY_HEADERS + 1;
    static final int TOKEN = SECURITY_HEADERS + 2;

    private DoorOrder() {}
}

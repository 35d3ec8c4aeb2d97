package io.wangge.gateway.session;

import java.time.Instant;
import java.util.Map;

/** Where it stands from when on an account's sessions count. Calls block. */
public interface Endings {
    /** Accounts whose sessions were ended after {@code moment}: user name → sessions that began before are over. */
    Map<String, Instant> after(Instant moment);
}

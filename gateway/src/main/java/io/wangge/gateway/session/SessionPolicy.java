package io.wangge.gateway.session;

import java.time.Duration;

/**
 * @param idle a session that was not refreshed for so long is over
 * @param longest a session is over after this, and the person signs in again
 * @param grace how long the secret before the present one is forgiven: two tabs may refresh at the same moment
 */
public record SessionPolicy(Duration idle, Duration longest, Duration grace) {}

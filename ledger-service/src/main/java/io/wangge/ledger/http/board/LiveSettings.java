package io.wangge.ledger.http.board;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The live stream.
 *
 * @param heartbeat silence after which a comment is sent, so that proxies keep the connection and a client that has gone
 *     is noticed
 */
@ConfigurationProperties("grid.live")
record LiveSettings(@DefaultValue("15s") Duration heartbeat) {
    LiveSettings {
        if (heartbeat.isNegative() || heartbeat.isZero()) {
            throw new IllegalArgumentException("grid.live.heartbeat must be longer than nothing");
        }
    }
}

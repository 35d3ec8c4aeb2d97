package io.wangge.kit.consume;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.health.contributor.Health;

/** {@code GET /actuator/deadletters}: counts and the newest 50, without their content. */
@Endpoint(id = "deadletters")
class DeadLettersEndpoint {
    private static final int NEWEST = 50;
    private final DeadLetters deadLetters;
    private final EventsHealth counts;

    DeadLettersEndpoint(DeadLetters deadLetters, EventsHealth counts) {
        this.deadLetters = deadLetters;
        this.counts = counts;
    }

    @ReadOperation
    View read() {
        Health health = counts.health();
        return new View(health.getDetails(), deadLetters.list(null, NEWEST));
    }

    record View(java.util.Map<String, Object> counts, List<DeadLetter> newest) {}
}

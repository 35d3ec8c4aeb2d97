package io.wangge.kit.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** {@code grid.events} with tags topic and outcome. */
class EventCounters {
    private final Counter applied;
    private final Counter repeated;
    private final Counter parked;
    private final Counter dead;

    EventCounters(MeterRegistry registry, String topic) {
        applied = counter(registry, topic, "applied");
        repeated = counter(registry, topic, "repeated");
        parked = counter(registry, topic, "parked");
        dead = counter(registry, topic, "dead");
    }

    private static Counter counter(MeterRegistry registry, String topic, String outcome) {
        return Counter.builder("grid.events")
                .description("Events consumed, by what became of them")
                .tag("topic", topic)
                .tag("outcome", outcome)
                .register(registry);
    }

    void applied(int count) {
        applied.increment(count);
    }

    void repeated(int count) {
        repeated.increment(count);
    }

    void parked(int count) {
        parked.increment(count);
    }

    void dead() {
        dead.increment();
    }
}

package io.wangge.kit.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** {@code grid.events} with tags group and outcome. */
class EventCounters {
    private final Counter applied;
    private final Counter repeated;
    private final Counter parked;
    private final Counter dead;

    EventCounters(MeterRegistry registry, String group) {
        applied = counter(registry, group, "applied");
        repeated = counter(registry, group, "repeated");
        parked = counter(registry, group, "parked");
        dead = counter(registry, group, "dead");
    }

    private static Counter counter(MeterRegistry registry, String group, String outcome) {
        return Counter.builder("grid.events")
                .description("Events consumed, by what became of them")
                .tag("group", group)
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

package io.wangge.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EndedSessionsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private final Map<String, Instant> shelf = new HashMap<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final EndedSessions ended = new EndedSessions(
            moment -> {
                Map<String, Instant> found = new HashMap<>(shelf);
                found.values().removeIf(at -> !at.isAfter(moment));
                return found;
            },
            Duration.ofMinutes(16),
            now::get);

    @Test
    void whatAnotherReplicaEndedWorksHereOnceItWasRead() {
        shelf.put("handler-1", NOON);
        assertThat(ended.isOver("handler-1", NOON.minusSeconds(5))).isFalse();
        ended.follow();
        assertThat(ended.isOver("handler-1", NOON.minusSeconds(5))).isTrue();
        assertThat(ended.isOver("handler-1", NOON)).as("began after it").isFalse();
        assertThat(ended.isOver("handler-2", NOON.minusSeconds(5))).isFalse();
    }

    @Test
    void anEndingIsForgottenWhenEveryTokenOfThenHasExpired() {
        ended.note("handler-1", NOON);
        now.set(NOON.plus(Duration.ofMinutes(15)));
        ended.follow();
        assertThat(ended.none()).isFalse();
        now.set(NOON.plus(Duration.ofMinutes(17)));
        ended.follow();
        assertThat(ended.none()).isTrue();
    }

    @Test
    void aLaterEndingCountsAlsoWhenAnEarlierOneIsReadAfterIt() {
        ended.note("handler-1", NOON);
        shelf.put("handler-1", NOON.minusSeconds(60));
        ended.follow();
        assertThat(ended.isOver("handler-1", NOON.minusSeconds(30))).isTrue();
    }

    @Test
    void whoWatchesASessionIsToldOnceThatItIsOverWhicheverReplicaEndedIt() {
        AtomicInteger told = new AtomicInteger();
        ended.watch("handler-1", NOON.minusSeconds(5), told::incrementAndGet);
        ended.watch("handler-1", NOON, () -> fail("began after it"));
        ended.watch("handler-2", NOON.minusSeconds(5), () -> fail("somebody else"));
        ended.follow();
        assertThat(told).hasValue(0);
        shelf.put("handler-1", NOON);
        ended.follow();
        ended.note("handler-1", NOON);
        assertThat(told).hasValue(1);
    }

    @Test
    void whoWatchesASessionThatIsOverIsToldAtOnceAndWhoWatchesNoMoreIsNotTold() {
        AtomicInteger told = new AtomicInteger();
        ended.watch("handler-1", NOON.minusSeconds(5), () -> fail("watched no more"))
                .run();
        ended.note("handler-1", NOON);
        ended.watch("handler-1", NOON.minusSeconds(5), told::incrementAndGet);
        assertThat(told).hasValue(1);
    }
}

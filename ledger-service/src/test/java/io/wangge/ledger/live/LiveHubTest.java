package io.wangge.ledger.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveHubTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final MemoryTail tail = new MemoryTail();
    private final LiveHub hub = new LiveHub(tail);

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void everyoneSeesWhatLiesInTheirScopeAndNothingElse() throws Exception {
        try (Subscription mine = hub.subscribe(event -> event.id().startsWith("m"), null);
                Subscription other = hub.subscribe(event -> event.id().startsWith("o"), null)) {
            tail.write("mine");
            tail.write("other");

            assertThat(mine.next(LONG).id()).isEqualTo("mine");
            assertThat(other.next(LONG).id()).isEqualTo("other");
            assertThat(mine.next(Duration.ZERO)).isNull();
        }
    }

    @Test
    void whoComesAgainMissesNothingAndSeesNothingTwiceWhileOthersWrite() throws Exception {
        Thread writer = Thread.ofVirtual().unstarted(() -> {
            for (int i = 0; i < 1000; i++) {
                tail.write("e" + i);
            }
        });
        tail.write("before");
        try (Subscription first = hub.subscribe(event -> true, null)) {
            writer.start();
            List<String> seen = new ArrayList<>();
            String last = first.next(LONG).position();
            seen.add("e0");
            // Every so often the connection breaks.
            while (seen.size() < 1000) {
                try (Subscription again = hub.subscribe(event -> true, last)) {
                    for (int i = 0; i < 150 && seen.size() < 1000; i++) {
                        LiveEvent event = again.next(LONG);
                        seen.add(event.id());
                        last = event.position();
                    }
                }
            }
            assertThat(seen)
                    .doesNotHaveDuplicates()
                    .startsWith("e0", "e1", "e2")
                    .endsWith("e999");
        }
        writer.join();
    }

    @Test
    void aClientThatDoesNotReadIsCutAndTheOthersAreNotHeldUp() throws Exception {
        try (Subscription slow = hub.subscribe(event -> true, null);
                Subscription quick = hub.subscribe(event -> true, null)) {
            for (int i = 0; i <= Subscription.MOST_WAITING; i++) {
                tail.write("e" + i);
                assertThat(quick.next(LONG)).isNotNull();
            }

            await().atMost(LONG).until(slow::tooSlow);
            assertThat(quick.tooSlow()).isFalse();
        }
    }

    @Test
    void whoIsTooFarBehindHasToBeginAnew() {
        for (int i = 0; i <= CatchUp.MOST + 1; i++) {
            tail.write("e");
        }
        try (Subscription late = hub.subscribe(event -> false, MemoryTail.place(0))) {
            assertThatThrownBy(() -> late.next(LONG)).isInstanceOf(Tail.PositionGoneException.class);
        }
    }

    @Test
    void whoHasGoneIsForgottenAndTheNextOneIsServedAgain() throws Exception {
        hub.subscribe(event -> true, null).close();
        assertThat(hub.watching()).isZero();

        try (Subscription next = hub.subscribe(event -> true, null)) {
            tail.write("e");
            assertThat(next.next(LONG).id()).isEqualTo("e");
        }
    }

    @Test
    void whenTheLedgerCannotBeFollowedClientsAreToldAndTheNextOneTriesAgain() throws Exception {
        try (Subscription cut = hub.subscribe(event -> true, null)) {
            tail.broken = true;
            await().atMost(LONG).until(cut::lost);
        }
        tail.broken = false;
        try (Subscription again = hub.subscribe(event -> true, null)) {
            tail.write("e");
            assertThat(again.next(LONG).id()).isEqualTo("e");
        }
    }

    @Test
    void theStopOfTheServiceWakesEveryClient() throws Exception {
        try (Subscription subscription = hub.subscribe(event -> true, null)) {
            hub.close();

            assertThat(subscription.next(Duration.ofMinutes(1))).isNull();
            assertThat(subscription.ended()).isTrue();
        }
    }
}

package io.wangge.ledger.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.ledger.Story;
import io.wangge.ledger.book.Bookkeeper;
import io.wangge.ledger.book.Changes;
import io.wangge.ledger.book.Known;
import io.wangge.ledger.kafka.JsonSayings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveHubTest {
    private final LiveHub hub = new LiveHub();
    private final Bookkeeper bookkeeper = new Bookkeeper(report -> Story.PATH);

    @Test
    void everyoneSeesWhatLiesInTheirScopeAndNothingElse() throws Exception {
        Subscription street = hub.subscribe(event -> event.scopeUnits().contains("u-street-1"));
        Subscription other = hub.subscribe(event -> event.scopeUnits().contains("u-street-2"));

        hub.written(written(new Story().reported().opened()));

        assertThat(street.next(Duration.ZERO).type()).isEqualTo("io.wangge.report.received.v1");
        LiveEvent opened = street.next(Duration.ZERO);
        assertThat(opened.caseNumber()).isEqualTo("990100001-20260302-0001");
        assertThat(opened.toString()).doesNotContain("井盖").doesNotContain("p-1");
        assertThat(other.next(Duration.ZERO)).isNull();
    }

    @Test
    void aClientThatDoesNotReadIsCutAndTheOthersAreNotHeldUp() throws Exception {
        Subscription slow = hub.subscribe(event -> true);
        Subscription quick = hub.subscribe(event -> true);

        for (int i = 0; i <= Subscription.MOST_WAITING; i++) {
            hub.written(written(new Story().reported()));
            assertThat(quick.next(Duration.ZERO)).isNotNull();
        }

        assertThat(slow.tooSlow()).isTrue();
        assertThat(quick.tooSlow()).isFalse();
    }

    @Test
    void whoHasGoneIsForgotten() {
        hub.subscribe(event -> true).close();

        assertThat(hub.watching()).isZero();
    }

    @Test
    void theStopOfTheServiceWakesEveryClient() throws Exception {
        Subscription subscription = hub.subscribe(event -> true);

        hub.close();

        assertThat(subscription.next(Duration.ofMinutes(1))).isNull();
        assertThat(subscription.ended()).isTrue();
    }

    private Changes written(Story story) {
        return bookkeeper.add(
                story.events().stream().map(JsonSayings::of).toList(), new Known(Map.of(), Map.of(), Map.of()));
    }
}

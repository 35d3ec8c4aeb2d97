package io.wangge.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefreshDeciderTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T08:00:00Z");
    private static final Session SESSION = new Session(
            "s1", "handler-1", "staff-handler-1", "new", "old", BEGAN, BEGAN, BEGAN.plus(Duration.ofDays(7)));
    private final RefreshDecider decider =
            new RefreshDecider(new SessionPolicy(Duration.ofHours(12), Duration.ofDays(7), Duration.ofSeconds(20)));

    @Test
    void thePresentSecretIsReplacedByTheNext() {
        var decision = decider.decide(SESSION, "new", "next", BEGAN.plusSeconds(60));
        assertThat(((RefreshDecision.Rotated) decision).after())
                .isEqualTo(new Session(
                        "s1",
                        "handler-1",
                        "staff-handler-1",
                        "next",
                        "new",
                        BEGAN.plusSeconds(60),
                        BEGAN,
                        SESSION.endsAt()));
    }

    @Test
    void theSecretBeforeIsForgivenToASecondTabForAMoment() {
        assertThat(decider.decide(SESSION, "old", "next", BEGAN.plusSeconds(20)))
                .isInstanceOf(RefreshDecision.Kept.class);
    }

    @Test
    void theSecretBeforeComingBackLaterWasStolen() {
        assertThat(decider.decide(SESSION, "old", "next", BEGAN.plusSeconds(21)))
                .isInstanceOf(RefreshDecision.Stolen.class);
    }

    @Test
    void aSecretThatNeverWasEndsNothingForTheOwner() {
        assertThat(decider.decide(SESSION, "guess", "next", BEGAN)).isInstanceOf(RefreshDecision.Ended.class);
    }

    @Test
    void anIdleSessionAndAnOldOneAreOver() {
        assertThat(decider.decide(
                        SESSION, "new", "next", BEGAN.plus(Duration.ofHours(12)).plusMillis(1)))
                .isInstanceOf(RefreshDecision.Ended.class);
        Session busy = new Session(
                "s1",
                "handler-1",
                "staff-handler-1",
                "new",
                null,
                SESSION.endsAt().minusSeconds(5),
                BEGAN,
                SESSION.endsAt());
        assertThat(decider.decide(busy, "new", "next", SESSION.endsAt())).isInstanceOf(RefreshDecision.Ended.class);
    }
}

package io.wangge.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.audit.AuditEvent;
import io.wangge.gateway.account.SignInDecision.Granted;
import io.wangge.gateway.account.SignInDecision.Rejected;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInDeciderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private final SignInDecider decider =
            new SignInDecider(new LockPolicy(5, Duration.ofMinutes(5), Duration.ofMinutes(60)));

    @Test
    void aRightPasswordForgetsEarlierFailures() {
        var decision = decider.decide("handler-1", "staff-handler-1", failures(4), true, NOW);
        assertThat(decision)
                .isEqualTo(new Granted(
                        new SignInRecord(0, null, NOW), new AuditEvent.SignedIn("handler-1", "staff-handler-1")));
    }

    @Test
    void theFifthWrongPasswordLocksForFiveMinutes() {
        assertThat(wrong(failures(3)).after().lockedUntil()).isNull();
        assertThat(wrong(failures(4)).after().lockedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(wrong(failures(4)).why().code()).isEqualTo("account-locked");
    }

    @Test
    void eachFurtherLockIsTwiceAsLongUpToTheLongest() {
        assertThat(wrong(failures(9)).after().lockedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(wrong(failures(14)).after().lockedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
        assertThat(wrong(failures(99)).after().lockedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(60)));
        assertThat(wrong(failures(999_999)).after().lockedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(60)));
    }

    @Test
    void whileLockedNotEvenTheRightPasswordCountsAndNothingIsWritten() {
        SignInRecord locked = new SignInRecord(5, NOW.plusSeconds(61), NOW);
        var decision = (Rejected) decider.decide("handler-1", "staff-handler-1", locked, true, NOW);
        assertThat(decision.after()).isEqualTo(locked);
        assertThat(decision.event()).isNull();
        assertThat(decision.why().facts())
                .containsEntry("retryAfterSeconds", 61L)
                .containsEntry("minutes", 2L);
        assertThat(decider.decide("handler-1", "staff-handler-1", locked, true, NOW.plusSeconds(61)))
                .isInstanceOf(Granted.class);
    }

    @Test
    void aNameThatNobodyHasIsCountedAndLockedLikeAnyOther() {
        var decision = (Rejected) decider.decide("nobody", null, failures(4), true, NOW);
        assertThat(decision.why().code()).isEqualTo("account-locked");
        assertThat(decision.event()).isEqualTo(new AuditEvent.SignInRefused("nobody", null, "account-locked"));
    }

    @Test
    void eventTimeNeverRunsBackwards() {
        SignInRecord later = new SignInRecord(0, null, NOW.plusSeconds(10));
        var decision = (Granted) decider.decide("handler-1", "staff-handler-1", later, true, NOW);
        assertThat(decision.after().lastEventAt()).isEqualTo(NOW.plusSeconds(10));
    }

    private Rejected wrong(SignInRecord before) {
        return (Rejected) decider.decide("handler-1", "staff-handler-1", before, false, NOW);
    }

    private static SignInRecord failures(int count) {
        return new SignInRecord(count, null, Instant.EPOCH);
    }
}

package io.wangge.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Actor;
import io.wangge.contracts.audit.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountDeciderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Account ACCOUNT = new Account("handler-1", "staff-handler-1", "first");
    private static final Actor ADMIN = Actor.staff("staff-admin-1", "990100001");
    private final AccountDecider accounts = new AccountDecider(Duration.ofDays(3));
    private final SignInDecider signIns =
            new SignInDecider(new LockPolicy(5, Duration.ofMinutes(5), Duration.ofMinutes(60)));

    @Test
    void sessionsOfBeforeTheDisablingAreOverAlsoAfterTheAccountIsEnabledAgain() {
        var disabled =
                accounts.disable(ACCOUNT, SignInRecord.NONE, ADMIN, "调离", NOW).after();
        assertThat(disabled.standing().keeps(NOW.plusSeconds(1))).isFalse();
        var enabled =
                accounts.enable(ACCOUNT, disabled, ADMIN, NOW.plusSeconds(60)).after();
        assertThat(enabled.standing().keeps(NOW.minusMillis(1))).isFalse();
        assertThat(enabled.standing().keeps(NOW.plusSeconds(61))).isTrue();
    }

    @Test
    void disablingTwiceIsOnRecordOnce() {
        var once = accounts.disable(ACCOUNT, SignInRecord.NONE, ADMIN, "调离", NOW);
        assertThat(once.event()).isEqualTo(new AuditEvent.AccountDisabled("handler-1", "staff-handler-1", ADMIN, "调离"));
        assertThat(accounts.disable(ACCOUNT, once.after(), ADMIN, "调离", NOW).event())
                .isNull();
    }

    @Test
    void aPasswordThatWasGivenOutAsksForAnotherAndIsWorthNothingAfterItsTime() {
        var given =
                accounts.reset(ACCOUNT, SignInRecord.NONE, "hash", ADMIN, NOW).after();
        assertThat(given.passwordHash("first")).isEqualTo("hash");
        assertThat(codeOf(given, NOW.plus(Duration.ofDays(2)))).isEqualTo("new-password-needed");
        assertThat(codeOf(given, NOW.plus(Duration.ofDays(3)))).isEqualTo("one-time-password-over");
        var chosen = accounts.choose(ACCOUNT, given, "own", NOW).after();
        assertThat(signIns.decide("handler-1", "staff-handler-1", chosen, true, NOW.plus(Duration.ofDays(99))))
                .isInstanceOf(SignInDecision.Granted.class);
    }

    @Test
    void signingInAndFailingToLeaveWhatWasDecidedOnTheAccountAsItIs() {
        var chosen = accounts.choose(ACCOUNT, SignInRecord.NONE, "own", NOW).after();
        for (boolean fits : new boolean[] {true, false}) {
            var after = switch (signIns.decide("handler-1", "staff-handler-1", chosen, fits, NOW)) {
                case SignInDecision.Granted granted -> granted.after();
                case SignInDecision.Rejected rejected -> rejected.after();
            };
            assertThat(after.standing()).isEqualTo(chosen.standing());
        }
    }

    private String codeOf(SignInRecord record, Instant at) {
        return ((SignInDecision.Rejected) signIns.decide("handler-1", "staff-handler-1", record, true, at))
                .why()
                .code();
    }
}

package io.wangge.intake.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.intake.notice.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingRulesTest {
    static final SendingRules RULES = new SendingRules(
            Set.of("receipt", "callback-link"),
            LocalTime.of(21, 0),
            LocalTime.of(8, 0),
            ZoneId.of("Asia/Shanghai"),
            3,
            Duration.ofSeconds(30),
            Duration.ofSeconds(50),
            2,
            Set.of("supervised"));
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // 20:59 and 08:00 in Shanghai are day, 21:00 and 07:59 are night.
        "2026-11-23T12:59:00Z, 2026-11-23T12:59:00Z",
        "2026-11-23T13:00:00Z, 2026-11-24T00:00:00Z",
        "2026-11-23T23:59:00Z, 2026-11-24T00:00:00Z",
        "2026-11-24T00:00:00Z, 2026-11-24T00:00:00Z",
        "2026-11-23T17:30:00Z, 2026-11-24T00:00:00Z"
    })
    void a_resident_is_left_in_peace_until_the_morning(Instant now, Instant sent) {
        assertThat(RULES.mayBeSent(notice("RESIDENT:p", false), now)).isEqualTo(sent);
    }

    @Test
    void staff_and_what_is_urgent_are_told_at_night() {
        Instant night = Instant.parse("2026-11-23T16:00:00Z");

        assertThat(RULES.mayBeSent(notice("STAFF:s", false), night)).isEqualTo(night);
        assertThat(RULES.mayBeSent(notice("RESIDENT:p", true), night)).isEqualTo(night);
    }

    @Test
    void in_ones_own_quiet_hours_a_push_makes_no_sound_but_for_an_emergency() {
        // 03:00, 13:00 and 23:00 in Shanghai.
        Instant night = Instant.parse("2026-11-23T19:00:00Z");
        Instant afternoon = Instant.parse("2026-11-23T05:00:00Z");
        Instant evening = Instant.parse("2026-11-23T15:00:00Z");

        assertThat(RULES.isSilent(Preferences.NONE, false, evening)).isTrue();
        assertThat(RULES.isSilent(Preferences.NONE, false, afternoon)).isFalse();
        assertThat(RULES.isSilent(Preferences.NONE, true, evening)).isFalse();
        Preferences siesta = quiet(true, "12:00", "14:00");
        assertThat(RULES.isSilent(siesta, false, afternoon)).isTrue();
        assertThat(RULES.isSilent(siesta, true, afternoon)).isFalse();
        assertThat(RULES.isSilent(siesta, false, evening)).isFalse();
        assertThat(RULES.isSilent(quiet(true, "22:00", "06:00"), false, night)).isTrue();
        assertThat(RULES.isSilent(quiet(false, "22:00", "06:00"), false, night)).isFalse();
        assertThat(RULES.isSilent(quiet(true, "03:00", "03:00"), false, night)).isFalse();
    }

    private static Preferences quiet(boolean on, String from, String to) {
        return new Preferences(Set.of(), Set.of(), new QuietHours(on, LocalTime.parse(from), LocalTime.parse(to)));
    }

    @Test
    void a_provider_that_is_away_is_tried_again_with_longer_pauses_and_then_given_up() {
        Delivery delivery = Delivery.at(MessageChannel.SMS, NOON);

        Delivery first = RULES.after(delivery, new Attempt.NotNow("status-503"), NOON);
        Delivery second = RULES.after(first, new Attempt.NotNow("status-503"), NOON);
        Delivery third = RULES.after(second, new Attempt.NotNow("no-answer"), NOON);

        assertThat(first.nextAt()).isEqualTo(NOON.plusSeconds(30));
        assertThat(second.nextAt()).isEqualTo(NOON.plusSeconds(50));
        assertThat(third.state()).isEqualTo(State.FAILED);
        assertThat(third.fault()).isEqualTo("no-answer");
        assertThat(third.tries()).isEqualTo(3);
    }

    @Test
    void what_is_refused_for_good_is_not_tried_again() {
        Delivery refused = RULES.after(Delivery.at(MessageChannel.SMS, NOON), new Attempt.Refused("status-400"), NOON);

        assertThat(refused.state()).isEqualTo(State.FAILED);
        assertThat(refused.nextAt()).isNull();
    }

    @Test
    void beyond_the_days_measure_only_the_list_tells_but_urgent_ones_pass() {
        Delivery waiting = Delivery.at(MessageChannel.SMS, NOON);

        assertThat(RULES.before(waiting, notice("RESIDENT:p", false), 2, NOON).fault())
                .isEqualTo("too-many-that-day");
        assertThat(RULES.before(waiting, notice("RESIDENT:p", false), 1, NOON)).isEqualTo(waiting);
        assertThat(RULES.before(waiting, notice("RESIDENT:p", true), 9, NOON)).isEqualTo(waiting);
    }

    @Test
    void what_is_of_no_use_any_more_expires() {
        Notice over =
                new Notice("n", "RESIDENT:p", "receipt", Map.of(), null, null, false, NOON, NOON, NOON, List.of());

        assertThat(RULES.before(Delivery.at(MessageChannel.SMS, NOON), over, 0, NOON)
                        .state())
                .isEqualTo(State.EXPIRED);
    }

    static Notice notice(String to, boolean urgent) {
        return new Notice("n", to, "receipt", Map.of(), null, null, urgent, NOON, NOON, null, List.of());
    }
}

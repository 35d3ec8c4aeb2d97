package io.wangge.intake.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaysTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Reach BOTH =
            new Reach(Map.of(MessageChannel.SMS, "13800000000", MessageChannel.WECHAT, "openid"));

    @Test
    void a_short_message_goes_only_to_those_without_wechat() {
        assertThat(ways("receipt", BOTH, Preferences.NONE)).containsExactly(MessageChannel.WECHAT);
        assertThat(ways("receipt", new Reach(Map.of(MessageChannel.SMS, "1")), Preferences.NONE))
                .containsExactly(MessageChannel.SMS);
    }

    @Test
    void who_switched_wechat_off_gets_a_short_message() {
        assertThat(ways("receipt", BOTH, new Preferences(Set.of(MessageChannel.WECHAT), Set.of())))
                .containsExactly(MessageChannel.SMS);
    }

    @Test
    void muted_subjects_and_those_that_are_not_sent_stand_in_the_list_alone() {
        assertThat(ways("receipt", BOTH, new Preferences(Set.of(), Set.of("receipt"))))
                .isEmpty();
        assertThat(ways("suspended", BOTH, Preferences.NONE)).isEmpty();
        assertThat(ways("receipt", Reach.NONE, Preferences.NONE)).isEmpty();
    }

    @Test
    void a_notice_says_nothing_of_its_link_and_facts_when_it_is_written_down() {
        assertThat(plan("receipt", BOTH, Preferences.NONE).toString())
                .doesNotContain("secret")
                .doesNotContain("0017");
    }

    private static List<MessageChannel> ways(String subject, Reach reach, Preferences preferences) {
        return plan(subject, reach, preferences).deliveries().stream()
                .map(Delivery::channel)
                .toList();
    }

    @Test
    void what_no_provider_carries_is_at_its_end_when_it_is_written_down() {
        Notice notice = plan("receipt", BOTH, Preferences.NONE, new Channels(Set.of(), Set.of(MessageChannel.SMS)));
        assertThat(notice.deliveries()).containsExactly(Delivery.logged(MessageChannel.SMS, NOON));
        assertThat(notice.nextAt()).isEmpty();
    }

    private static Notice plan(String subject, Reach reach, Preferences preferences) {
        return plan(subject, reach, preferences, new Channels(EnumSet.allOf(MessageChannel.class), Set.of()));
    }

    private static Notice plan(String subject, Reach reach, Preferences preferences, Channels channels) {
        Raised raised = new Raised(
                "n",
                Recipient.resident("p"),
                subject,
                Map.of("trackingNumber", "261123-0017"),
                "/public.html#/rate/secret",
                null,
                null,
                null);
        return Ways.plan(raised, "RESIDENT:p", reach, preferences, channels, SendingRulesTest.RULES, NOON, NOON);
    }
}

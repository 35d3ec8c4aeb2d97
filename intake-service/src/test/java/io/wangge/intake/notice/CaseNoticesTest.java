package io.wangge.intake.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Event;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseMessage;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.casefile.Hold;
import io.wangge.contracts.casefile.RouteReason;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import io.wangge.contracts.report.Channel;
import io.wangge.intake.CaseNews;
import io.wangge.intake.notice.CaseNotices.Told;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseNoticesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-25T10:00:00Z");
    private static final Audience AUDIENCE = new Audience("staff-1", Map.of("person-1", "261123-0017", "person-2", ""));
    private final CaseNotices notices = new CaseNotices(ZoneId.of("Asia/Shanghai"));

    @Test
    void number_and_promised_time_that_come_together_are_one_message() {
        List<Raised> told = tell(opened("person-1"), dispatched(DUE));

        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.subject()).isEqualTo("receipt-with-promise");
            assertThat(one.to()).isEqualTo(Recipient.resident("person-1"));
            assertThat(one.facts())
                    .containsEntry("dueAt", "11月25日 18:00")
                    .containsEntry("trackingNumber", "261123-0017");
            assertThat(one.link()).isEqualTo("/public.html#/track/261123-0017");
        });
    }

    @Test
    void a_promise_that_comes_later_is_told_later_to_everybody_behind_the_case() {
        assertThat(tell(opened("person-1"))).extracting(Raised::subject).containsExactly("receipt");
        assertThat(tell(dispatched(DUE)))
                .extracting(Raised::to)
                .containsExactlyInAnyOrder(Recipient.resident("person-1"), Recipient.resident("person-2"));
        assertThat(tell(dispatched(null))).isEmpty();
    }

    @Test
    void a_report_that_nobody_stands_behind_tells_nobody() {
        assertThat(tell(opened(null), dispatched(DUE))).isEmpty();
    }

    @Test
    void what_was_settled_on_the_spot_is_told_with_its_outcome_alone() {
        List<Raised> told = tell(
                opened("person-1"),
                new CaseEvent.SettledOnSpot(text(), List.of()),
                new CaseEvent.Closed(CloseReason.UNCONFIRMED, null, true));

        assertThat(told).extracting(Raised::subject).containsOnly("closed");
    }

    @Test
    void the_same_event_told_again_has_the_same_id() {
        assertThat(tell(opened("person-1"))).isEqualTo(tell(opened("person-1")));
    }

    @Test
    void a_step_of_the_policy_tells_holder_and_the_unit_above() {
        List<Raised> told = tell(new CaseEvent.LimitStepReached(
                "handling", 100, List.of("SUPERVISE_NORMAL", "WARN_HEAD", "TELL_ABOVE"), NOON, false));

        assertThat(told)
                .extracting(Raised::subject, Raised::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("limit-over", Recipient.unit("c1", null)),
                        org.assertj.core.groups.Tuple.tuple("limit-over-below", Recipient.unit("s1", null)));
        // The page groups what is of one kind.
        assertThat(told).allSatisfy(one -> assertThat(one.facts()).containsKeys("caseNumber", "category"));
    }

    @Test
    void a_return_is_told_to_the_dispatcher_and_the_first_receiver() {
        assertThat(tell(new CaseEvent.Returned("c1", "不属本单位")))
                .extracting(Raised::to)
                .containsExactly(Recipient.unit("c1", "DISPATCHER"), Recipient.staff("staff-1"));
    }

    @Test
    void every_subject_has_words_with_all_its_facts_in_both_languages() {
        NoticeWords words = NoticeWords.read(null);
        List<Raised> all = new ArrayList<>(tell(opened("person-1")));
        all.addAll(tell(opened("person-1"), dispatched(DUE)));
        List.of(
                        dispatched(DUE),
                        new CaseEvent.Closed(CloseReason.DECIDED, null, true),
                        new CaseEvent.Closed(CloseReason.SATISFIED, null, true),
                        new CaseEvent.Reworked(hold(), null, "x"),
                        new CaseEvent.Reopened("x", hold()),
                        new CaseEvent.NotFiled("x", text()),
                        new CaseEvent.Cancelled("x"),
                        new CaseEvent.ReferredOutside("市人大", "x"),
                        new CaseEvent.MergedInto("c", "x"),
                        new CaseEvent.CriticismReplied("c1", text()),
                        new CaseEvent.Suspended("x", DUE),
                        new CaseEvent.ExtensionGranted(1, hold(), DUE, false),
                        new CaseEvent.Returned("c1", "x"),
                        new CaseEvent.Escalated("c1", "COMMUNITY", hold(), "x", text()),
                        new CaseEvent.HandedDown("s1", "STREET", hold(), "x"),
                        new CaseEvent.MovedUpByTime("c1", "COMMUNITY", hold()),
                        new CaseEvent.Supervised(CaseEvent.SupervisionLevel.YELLOW, "overdue", null, "c1", DUE),
                        new CaseEvent.LimitStepReached("handling", 50, List.of("REMIND", "TELL_ABOVE"), NOON, false),
                        new CaseEvent.LimitStepReached(
                                "handling", 200, List.of("WARN_HEAD", "TELL_ABOVE", "LEADERS_LIST"), NOON, false),
                        new CaseEvent.ExtensionAsked(1, 1, "WORKDAY", "x"),
                        new CaseEvent.ExtensionEndorsed(1, "x"),
                        new CaseEvent.ExtensionDeclined(1, "x"),
                        new CaseEvent.SuspensionAsked("x", text(), DUE),
                        new CaseEvent.SuspensionDeclined("x"),
                        new CaseEvent.EscalationAsked("c1", "x", text()),
                        new CaseEvent.EscalationDeclined("x"),
                        new CaseEvent.HelperNamed(1, "c1", List.of("c1"), "x", DUE),
                        new CaseEvent.SponsorNamed("staff-2", DUE),
                        new CaseEvent.DecisionRequested("r", DUE))
                .forEach(what -> all.addAll(tell(what)));

        assertThat(all).allSatisfy(raised -> {
            assertThat(words.subjects()).contains(raised.subject());
            for (boolean english : new boolean[] {false, true}) {
                assertThat(words.title(raised.subject(), raised.facts(), english))
                        .isNotBlank();
                assertThat(words.text(raised.subject(), raised.facts(), english))
                        .as(raised.subject())
                        .isNotBlank()
                        .doesNotContain("—", "{");
            }
        });
    }

    @Test
    void a_code_among_ourselves_is_a_word_for_people() {
        NoticeWords words = NoticeWords.read(null);
        Map<String, String> facts = Map.of("caseNumber", "1", "card", "YELLOW", "dueAt", "11月25日 18:00");

        assertThat(words.text("supervised", facts, false)).contains("黄牌").doesNotContain("YELLOW");
        assertThat(words.text("supervised", facts, true))
                .contains("yellow card")
                .contains("25 Nov 18:00");
        assertThat(words.subjects()).noneMatch(subject -> subject.startsWith("values"));
    }

    @Test
    void an_unknown_subject_still_says_that_there_is_news() {
        assertThat(NoticeWords.read(null).title("from-the-future", Map.of(), false))
                .isEqualTo("新消息");
    }

    private List<Raised> tell(CaseEvent... events) {
        List<Envelope<CaseMessage<?>>> told = new ArrayList<>();
        for (CaseEvent event : events) {
            Envelope<Event> envelope = CaseNews.of("case-1", told.size() + 1L, CaseState.IN_PROGRESS, NOON, event);
            told.add(new Envelope<>(
                    envelope.stream(), envelope.seq(), envelope.time(), null, (CaseMessage<?>) envelope.body()));
        }
        return notices.of(told, AUDIENCE).stream()
                .map(Told::raised)
                .map(CaseNoticesTest::known)
                .toList();
    }

    /** A merged reporter's own number stands in another report; his text shows none. */
    private static Raised known(Raised raised) {
        return raised;
    }

    private static CaseEvent.Opened opened(String residentId) {
        return new CaseEvent.Opened(
                "case-1",
                "261123-0017",
                "990100-1",
                Channel.HOTLINE,
                null,
                "0102",
                text(),
                null,
                null,
                List.of("d"),
                Urgency.NORMAL,
                Actor.staff("staff-1", null),
                residentId,
                NOON);
    }

    private static CaseEvent.Dispatched dispatched(Instant dueAt) {
        return new CaseEvent.Dispatched(hold(), new RouteReason("rule", "r", 1), "0102", dueAt, false);
    }

    private static Hold hold() {
        return new Hold(1, "c1", List.of("d", "s1", "c1"), "COMMUNITY", NOON, DUE, DUE, false);
    }

    private static Erasable text() {
        return new Erasable("x", "0".repeat(32));
    }
}

package io.wangge.intake.kafka;

import static io.wangge.contracts.casefile.CaseState.CLOSED;
import static io.wangge.contracts.casefile.CaseState.IN_PROGRESS;
import static io.wangge.contracts.casefile.CaseState.PENDING_ACCEPTANCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Event;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import io.wangge.intake.CaseNews;
import io.wangge.intake.SomeReports;
import io.wangge.intake.YunshanDirectory;
import io.wangge.intake.desk.MemoryReports;
import io.wangge.intake.report.CallRound;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import io.wangge.kit.consume.EventHandler.Unappliable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseListenerTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final CaseEvent ACCEPTED = new CaseEvent.Accepted("c1");
    private static final CaseEvent COMMENTED = new CaseEvent.Commented(new Erasable("谢谢", "salt"));
    private static final CaseEvent SATISFIED = new CaseEvent.Closed(CloseReason.SATISFIED, "SATISFIED", true);

    private final MemoryReports reports = new MemoryReports();
    private final CaseListener listener = new CaseListener(reports, told -> {});
    private final String id = stored();

    @Test
    void the_last_news_of_a_batch_stands() {
        List<Unappliable> refused =
                listener.apply(List.of(news(id, 1, PENDING_ACCEPTANCE, ACCEPTED), news(id, 2, IN_PROGRESS, ACCEPTED)));

        assertThat(refused).isEmpty();
        assertThat(standing())
                .isEqualTo(new CaseStanding(
                        "990100-1",
                        IN_PROGRESS,
                        2,
                        NOON.plusSeconds(2),
                        null,
                        null,
                        List.of("d", "s1", "c1", "g1"),
                        null,
                        null,
                        "0102",
                        "c1",
                        null));
        assertThat(listener.positionsOf(Set.of("case/" + id, "case/other"))).isEqualTo(Map.of("case/" + id, 2L));
    }

    @Test
    void a_comment_on_a_closed_case_leaves_the_reason() {
        listener.apply(List.of(news(id, 1, CLOSED, SATISFIED), news(id, 2, CLOSED, COMMENTED)));
        assertThat(standing().closeReason()).isEqualTo(CloseReason.SATISFIED);

        listener.apply(List.of(news(id, 3, CLOSED, COMMENTED)));
        assertThat(standing().closeReason()).isEqualTo(CloseReason.SATISFIED);
        assertThat(standing().seq()).isEqualTo(3);
    }

    @Test
    void what_the_unit_answered_a_critic_is_kept_for_him_to_read() {
        CaseEvent replied = new CaseEvent.CriticismReplied("c1", new Erasable("已约谈责任人", "salt"));
        listener.apply(List.of(news(id, 1, IN_PROGRESS, replied), news(id, 2, IN_PROGRESS, COMMENTED)));

        assertThat(standing().reply()).isEqualTo(new CaseStanding.Reply("已约谈责任人", NOON.plusSeconds(1)));
    }

    @Test
    void a_round_is_open_from_its_request_until_the_case_moves_on() {
        CaseEvent asked = new CaseEvent.CallbackRequested(id + ".1", List.of("p-1"), "c1", Channel.HOTLINE, NOON);
        listener.apply(List.of(
                news(id, 1, CaseState.PENDING_CALLBACK, asked), news(id, 2, CaseState.PENDING_CALLBACK, COMMENTED)));
        assertThat(standing().round()).isEqualTo(new CallRound(id + ".1", List.of("p-1")));

        listener.apply(List.of(news(id, 3, CLOSED, SATISFIED), news(id, 4, CLOSED, COMMENTED)));
        assertThat(standing().round()).isNull();
    }

    @Test
    void a_revisit_of_a_closed_case_opens_a_round_and_its_outcome_ends_it() {
        CaseEvent asked = new CaseEvent.RevisitRequested(id + ".2", List.of("p-1"), "c1", Channel.HOTLINE, NOON);
        listener.apply(List.of(news(id, 1, CLOSED, SATISFIED), news(id, 2, CLOSED, asked)));
        assertThat(standing().round()).isEqualTo(new CallRound(id + ".2", List.of("p-1")));

        listener.apply(List.of(news(id, 3, IN_PROGRESS, ACCEPTED)));
        assertThat(standing().round()).isNull();
    }

    @Test
    void a_case_without_its_report_is_unappliable_and_the_good_ones_around_it_pass() {
        Event other = YunshanDirectory.items(1).getFirst();
        Envelope<Event> stray = new Envelope<>("directory/LADDER", 1, NOON, null, other);

        List<Unappliable> refused = listener.apply(List.of(
                news("nobody", 1, PENDING_ACCEPTANCE, ACCEPTED), stray, news(id, 1, PENDING_ACCEPTANCE, ACCEPTED)));

        assertThat(refused)
                .extracting(Unappliable::cause)
                .containsExactlyInAnyOrder(CaseListener.UNKNOWN_REPORT, CaseListener.NOT_A_CASE_EVENT);
        assertThat(standing().seq()).isEqualTo(1);
    }

    private static Envelope<Event> news(String caseId, long seq, CaseState state, CaseEvent what) {
        return CaseNews.of(caseId, seq, state, NOON.plusSeconds(seq), what);
    }

    private CaseStanding standing() {
        return reports.find(id).flatMap(Report::caseStanding).orElseThrow();
    }

    private String stored() {
        Report report = SomeReports.by(YunshanDirectory.WORKER, YunshanDirectory.WEST, NOON);
        reports.add(report, new Envelope<>("report/" + report.id(), 1, NOON, null, report.received()));
        return report.id();
    }
}

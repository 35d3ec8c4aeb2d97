package io.wangge.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Envelope;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.SomeReports;
import io.wangge.intake.SomeStandings;
import io.wangge.intake.YunshanDirectory;
import io.wangge.intake.desk.Reports.Added;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What whoever keeps reports and the standings of their cases guarantees. */
public interface ReportsContract {
    Instant NOON = Instant.parse("2026-11-22T04:00:00.123Z");

    Reports reports();

    CaseStandings standings();

    @Test
    default void a_report_comes_back_as_it_was_stored() {
        Report full = SomeReports.full("s", NOON);
        Report bare = SomeReports.by("s", null, NOON);

        assertThat(add(full)).isEqualTo(Added.STORED);
        assertThat(add(bare)).isEqualTo(Added.STORED);

        assertThat(reports().find(full.id())).contains(full);
        assertThat(reports().find(bare.id())).contains(bare);
        assertThat(reports().find("no-such-report")).isEmpty();
    }

    @Test
    default void an_id_is_given_once_also_to_many_at_one_moment() throws Exception {
        Report report = SomeReports.by("s", YunshanDirectory.WEST, NOON);
        List<Future<Added>> outcomes = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                Report attempt = renumbered(report, report.id() + "-" + i);
                outcomes.add(callers.submit(() -> add(attempt)));
            }
        }

        List<Added> all = new ArrayList<>();
        for (Future<Added> outcome : outcomes) {
            all.add(outcome.get());
        }
        assertThat(Collections.frequency(all, Added.STORED)).isEqualTo(1);
        assertThat(Collections.frequency(all, Added.ID_TAKEN)).isEqualTo(7);
    }

    @Test
    default void a_tracking_number_is_given_once() {
        Report first = SomeReports.by("s", null, NOON);
        add(first);

        Report second =
                renumbered(SomeReports.by("s", null, NOON), first.received().trackingNumber());

        assertThat(add(second)).isEqualTo(Added.NUMBER_TAKEN);
        assertThat(reports().find(second.id())).isEmpty();
    }

    @Test
    default void own_reports_come_newest_first_in_pages_without_a_gap_or_a_repeat() {
        String staff = UUID.randomUUID().toString();
        for (int i = 0; i < 7; i++) {
            add(SomeReports.by(staff, null, NOON.plusSeconds(i / 3)));
        }
        add(SomeReports.by("somebody-else", null, NOON));

        List<Report> read = new ArrayList<>();
        PagePlace place = null;
        do {
            List<Report> page = reports().reportedBy(staff, place, 2);
            read.addAll(page);
            place = page.size() < 2 ? null : PagePlace.of(page.getLast());
        } while (place != null);

        assertThat(read)
                .hasSize(7)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) ->
                        b.received().receivedAt().compareTo(a.received().receivedAt()));
    }

    @Test
    default void the_newest_standing_stays_and_the_reason_with_it() {
        Report report = SomeReports.by("s", null, NOON);
        add(report);
        String id = report.id();

        keep(id, 2, CaseState.IN_PROGRESS, null);
        keep(id, 1, CaseState.PENDING_ACCEPTANCE, null);
        assertThat(standing(id)).isEqualTo(standing(2, CaseState.IN_PROGRESS, null));

        keep(id, 3, CaseState.CLOSED, CloseReason.SATISFIED);
        keep(id, 4, CaseState.CLOSED, null);
        assertThat(standing(id)).isEqualTo(standing(4, CaseState.CLOSED, CloseReason.SATISFIED));

        keep(id, 5, CaseState.IN_PROGRESS, null);
        assertThat(standing(id)).isEqualTo(standing(5, CaseState.IN_PROGRESS, null));
        assertThat(standings().seqsOf(Set.of(id, "none"))).isEqualTo(Map.of(id, 5L));
    }

    @Test
    default void what_a_critic_was_answered_stays_with_the_report() {
        Report report = SomeReports.by("s", null, NOON);
        add(report);
        CaseStanding.Reply reply = new CaseStanding.Reply("已约谈责任人", NOON.plusSeconds(2));

        standings()
                .keep(Map.of(
                        report.id(),
                        SomeStandings.told("990100-1", CaseState.IN_PROGRESS, 2, NOON.plusSeconds(2), null, reply)));
        keep(report.id(), 3, CaseState.PENDING_CHECK, null);

        assertThat(standing(report.id()).reply()).isEqualTo(reply);
    }

    @Test
    default void the_standing_of_a_case_without_report_is_told_and_the_others_are_kept() {
        Report report = SomeReports.by("s", null, NOON);
        add(report);

        Set<String> unknown = standings()
                .keep(Map.of(
                        report.id(),
                        standing(1, CaseState.PENDING_DISPATCH, null),
                        "nobody",
                        standing(1, CaseState.PENDING_DISPATCH, null)));

        assertThat(unknown).containsExactly("nobody");
        assertThat(standing(report.id()).seq()).isEqualTo(1);
        assertThat(reports().findWithCase(report.id(), Duration.ofSeconds(1)).flatMap(Report::caseStanding))
                .isPresent();
    }

    private Added add(Report report) {
        return reports().add(report, new Envelope<>("report/" + report.id(), 1, NOON, null, report.received()));
    }

    private void keep(String id, long seq, CaseState state, CloseReason reason) {
        assertThat(standings().keep(Map.of(id, standing(seq, state, reason)))).isEmpty();
    }

    private CaseStanding standing(String id) {
        return reports().find(id).flatMap(Report::caseStanding).orElseThrow();
    }

    private static CaseStanding standing(long seq, CaseState state, CloseReason reason) {
        return SomeStandings.told("990100-1", state, seq, NOON.plusSeconds(seq), reason, null);
    }

    private static Report renumbered(Report report, String number) {
        Received of = report.received();
        Received renumbered = new Received(
                of.reportId(),
                number,
                of.channel(),
                of.nature(),
                of.category(),
                of.text(),
                of.location(),
                of.gridCode(),
                of.claimedGridCode(),
                of.urgency(),
                of.firstReceiver(),
                of.residentId(),
                of.settledOnSpot(),
                of.receivedAt(),
                of.observedAt());
        return new Report(renumbered, report.contentHash(), null);
    }
}

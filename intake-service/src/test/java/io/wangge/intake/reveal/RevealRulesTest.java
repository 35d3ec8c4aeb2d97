package io.wangge.intake.reveal;

import static io.wangge.intake.YunshanDirectory.AGENT;
import static io.wangge.intake.YunshanDirectory.CALLBACK_CLERK;
import static io.wangge.intake.YunshanDirectory.HOLDER;
import static io.wangge.intake.YunshanDirectory.WEST;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static io.wangge.intake.YunshanDirectory.caller;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.SomeReports;
import io.wangge.intake.SomeStandings;
import io.wangge.intake.notice.Notice;
import io.wangge.intake.report.CallRound;
import io.wangge.intake.report.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevealRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void a_clerk_of_the_ground_sees_whom_the_open_round_asks() {
        Report report = waiting(new CallRound("r.1", List.of("p-1")), List.of("d", "s1", "c1"));

        assertThat(RevealRules.forRound(caller(CALLBACK_CLERK), report, "r.1", Optional.empty()))
                .isEmpty();
        assertThat(RevealRules.residentOf(report, "")).contains("p-1");
        assertThat(RevealRules.residentOf(report, "p-2")).isEmpty();
    }

    @Test
    void where_a_round_asks_several_one_is_named() {
        Report report = waiting(new CallRound("r.1", List.of("p-1", "p-2")), List.of("d", "s1"));

        assertThat(RevealRules.residentOf(report, "")).isEmpty();
        assertThat(RevealRules.residentOf(report, "p-2")).contains("p-2");
    }

    @Test
    void nobody_else_sees_it_and_nobody_without_a_round() {
        Report report = waiting(new CallRound("r.1", List.of("p-1")), List.of("d", "s1", "c1"));

        assertThat(codeFor(HOLDER, report, "r.1")).isEqualTo(RevealRules.NOT_A_CLERK);
        assertThat(codeFor(AGENT, report, "r.1")).isEqualTo(RevealRules.NOT_A_CLERK);
        assertThat(codeFor(CALLBACK_CLERK, waiting(null, List.of("d", "s1")), "r.1"))
                .isEqualTo(RevealRules.NO_ROUND);
        assertThat(codeFor(CALLBACK_CLERK, report, "r.2")).isEqualTo(RevealRules.NO_ROUND);
        assertThat(codeFor(CALLBACK_CLERK, waiting(new CallRound("r.1", List.of("p-1")), List.of("d", "s2")), "r.1"))
                .isEqualTo(RevealRules.NOT_A_CLERK);
    }

    @Test
    void a_grid_worker_who_was_told_to_knock_sees_it_but_not_who_did_the_work_and_never_a_tip_offs() {
        Report report = waiting(new CallRound("r.1", List.of("p-1")), List.of("d", "s1", "c1"));
        Optional<Notice> told = Optional.of(told("staff-worker-7"));

        assertThat(RevealRules.forRound(caller(WORKER), report, "r.1", told)).isEmpty();
        assertThat(RevealRules.forRound(caller(WORKER), report, "r.1", Optional.of(told(WORKER))))
                .map(Refused::code)
                .contains(RevealRules.NOT_A_CLERK);
        assertThat(RevealRules.forRound(caller(WORKER), tipOff(report), "r.1", told))
                .map(Refused::code)
                .contains(RevealRules.NOT_A_CLERK);
        assertThat(RevealRules.forRound(caller(WORKER), report, "r.2", told))
                .map(Refused::code)
                .contains(RevealRules.NO_ROUND);
    }

    private static Report tipOff(Report report) {
        Received received = report.received();
        return new Report(
                new Received(
                        received.reportId(),
                        received.trackingNumber(),
                        received.channel(),
                        Nature.TIP_OFF,
                        received.category(),
                        received.text(),
                        received.location(),
                        received.gridCode(),
                        null,
                        received.urgency(),
                        received.firstReceiver(),
                        null,
                        null,
                        received.receivedAt(),
                        null),
                report.contentHash(),
                report.caseStanding().orElseThrow());
    }

    private static Notice told(String doer) {
        String to = "UNIT:g1:GRID_WORKER";
        return new Notice(
                Notice.idOf(RevealRules.visitNotice("r.1"), to),
                to,
                "callback-visit",
                Map.of("roundId", "r.1", "doerId", doer),
                null,
                "r",
                false,
                NOON,
                NOON,
                null,
                List.of());
    }

    private static String codeFor(String staff, Report report, String round) {
        return RevealRules.forRound(caller(staff), report, round, Optional.empty())
                .map(Refused::code)
                .orElse("");
    }

    private static Report waiting(@Nullable CallRound round, List<String> reach) {
        Report report = SomeReports.by(HOLDER, WEST, NOON);
        return new Report(
                report.received(),
                report.contentHash(),
                SomeStandings.reaching(reach, round, CaseState.PENDING_CALLBACK, 3, NOON));
    }
}

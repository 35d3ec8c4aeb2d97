package io.wangge.intake.reveal;

import static io.wangge.intake.YunshanDirectory.AGENT;
import static io.wangge.intake.YunshanDirectory.CALLBACK_CLERK;
import static io.wangge.intake.YunshanDirectory.HOLDER;
import static io.wangge.intake.YunshanDirectory.WEST;
import static io.wangge.intake.YunshanDirectory.caller;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Refused;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.intake.SomeReports;
import io.wangge.intake.report.CallRound;
import io.wangge.intake.report.CaseStanding;
import io.wangge.intake.report.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevealRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void a_clerk_of_the_ground_sees_whom_the_open_round_asks() {
        Report report = waiting(new CallRound("r.1", List.of("p-1")), List.of("d", "s1", "c1"));

        assertThat(RevealRules.forRound(caller(CALLBACK_CLERK), report, "r.1")).isEmpty();
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

    private static String codeFor(String staff, Report report, String round) {
        return RevealRules.forRound(caller(staff), report, round)
                .map(Refused::code)
                .orElse("");
    }

    private static Report waiting(@Nullable CallRound round, List<String> reach) {
        Report report = SomeReports.by(HOLDER, WEST, NOON);
        return new Report(
                report.received(),
                report.contentHash(),
                new CaseStanding("n", CaseState.PENDING_CALLBACK, 3, NOON, null, null, reach, round, null));
    }
}

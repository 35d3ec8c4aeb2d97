package io.wangge.intake.desk;

import static io.wangge.intake.YunshanDirectory.STRANGER;
import static io.wangge.intake.YunshanDirectory.caller;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.casefile.CaseState;
import io.wangge.intake.SomeReports;
import io.wangge.intake.SomeStandings;
import io.wangge.intake.YunshanDirectory;
import io.wangge.intake.report.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A department holds cases on ground that is not its own, and must see what they are about. */
class HolderReadsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private final MemoryReports reports = new MemoryReports();
    private final ReadReports reading = new ReadReports(reports, YunshanDirectory::directory);

    @Test
    void who_holds_or_held_the_case_may_read_its_report_wherever_it_lies() {
        Report report = SomeReports.by("someone", YunshanDirectory.WEST, NOON);
        reports.add(report, null);
        assertThat(reading.mayRead(caller(STRANGER), report)).isFalse();

        reports.keep(Map.of(
                report.id(),
                SomeStandings.reaching(List.of("d", "s1", "c1", "g1", "s2"), null, CaseState.IN_PROGRESS, 1, NOON)));

        assertThat(reading.mayRead(caller(STRANGER), reports.find(report.id()).orElseThrow()))
                .isTrue();
    }
}

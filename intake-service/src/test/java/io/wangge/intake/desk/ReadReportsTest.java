package io.wangge.intake.desk;

import static io.wangge.intake.YunshanDirectory.DISPATCHER;
import static io.wangge.intake.YunshanDirectory.OTHER_WORKER;
import static io.wangge.intake.YunshanDirectory.STRANGER;
import static io.wangge.intake.YunshanDirectory.WEST;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static io.wangge.intake.YunshanDirectory.caller;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Envelope;
import io.wangge.intake.SomeReports;
import io.wangge.intake.YunshanDirectory;
import io.wangge.intake.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadReportsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private final MemoryReports reports = new MemoryReports();
    private final ReadReports reader = new ReadReports(reports, YunshanDirectory::directory);

    @Test
    void one_reads_what_one_sent_and_what_lies_on_ones_ground() {
        String id = stored(SomeReports.by(WORKER, WEST, NOON));

        assertThat(mayRead(WORKER, id)).isTrue();
        assertThat(mayRead(DISPATCHER, id)).isTrue();
        assertThat(mayRead(OTHER_WORKER, id)).isFalse();
        assertThat(mayRead(STRANGER, id)).isFalse();
    }

    @Test
    void a_report_outside_every_grid_is_for_its_sender_and_the_top() {
        String id = stored(SomeReports.by(WORKER, null, NOON));

        assertThat(mayRead(WORKER, id)).isTrue();
        assertThat(mayRead(DISPATCHER, id)).isFalse();
    }

    @Test
    void pages_follow_each_other_newest_first_though_new_ones_come_in() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < ReadReports.PAGE + 10; i++) {
            sent.addFirst(stored(SomeReports.by(WORKER, WEST, NOON.plusSeconds(i / 2))));
        }
        ReadReports.Page first = reader.reportedBy(caller(WORKER), null);
        stored(SomeReports.by(WORKER, WEST, NOON.plusSeconds(999)));
        PagePlace place = PagePlace.ofCursor(first.next().cursor()).orElseThrow();
        ReadReports.Page second = reader.reportedBy(caller(WORKER), place);

        List<String> read = new ArrayList<>(ids(first));
        read.addAll(ids(second));
        assertThat(read).containsExactlyInAnyOrderElementsOf(sent).doesNotHaveDuplicates();
        assertThat(second.next()).isNull();
    }

    @Test
    void a_cursor_that_is_none_of_ours_is_no_place() {
        assertThat(PagePlace.ofCursor("%%%")).isEmpty();
        assertThat(PagePlace.ofCursor("YWJj")).isEmpty();
        assertThat(PagePlace.ofCursor("")).isEmpty();
    }

    private static List<String> ids(ReadReports.Page page) {
        return page.reports().stream().map(Report::id).toList();
    }

    private boolean mayRead(String staffId, String id) {
        return reader.find(caller(staffId), id, Duration.ZERO).isPresent();
    }

    private String stored(Report report) {
        reports.add(report, new Envelope<>("report/" + report.id(), 1, NOON, null, report.received()));
        return report.id();
    }
}

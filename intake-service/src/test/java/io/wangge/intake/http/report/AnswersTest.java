package io.wangge.intake.http.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.OnSpotSettlement;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.SomeStandings;
import io.wangge.intake.desk.PagePlace;
import io.wangge.intake.desk.ReadReports;
import io.wangge.intake.report.Report;
import io.wangge.kit.json.HttpJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What clients rely on, byte for byte but for the layout. */
class AnswersTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00.123Z");
    private static final String ID = "0b9d5c1e-2f5a-4c1b-9d53-6c1c0a5f7e11";

    @Test
    void the_receipt() throws IOException {
        assertGolden("receipt.json", ReceiptAnswer.of(full()));
    }

    @Test
    void the_receipt_outside_every_grid() throws IOException {
        assertGolden("receipt-outside.json", ReceiptAnswer.of(bare()));
    }

    @Test
    void the_report_with_its_closed_case() throws IOException {
        assertGolden("report-full.json", ReportAnswer.of(full(), true));
    }

    @Test
    void a_page_of_reports() throws IOException {
        assertGolden(
                "reports-page.json",
                ReportListAnswer.of(new ReadReports.Page(List.of(bare()), new PagePlace(NOON, ID))));
    }

    private static void assertGolden(String file, Object answer) throws IOException {
        try (InputStream golden = AnswersTest.class.getResourceAsStream("/golden/" + file)) {
            assertThat(HttpJson.MAPPER.readTree(HttpJson.MAPPER.writeValueAsBytes(answer)))
                    .isEqualTo(HttpJson.MAPPER.readTree(golden));
        }
    }

    private static Report full() {
        return new Report(
                new Received(
                        ID,
                        "261122-0042",
                        Channel.GRID_WORKER,
                        Nature.HELP,
                        "0102",
                        new Erasable("望江路井盖破损", "salt-never-shown"),
                        GeoPoint.of(120.11, 30.21),
                        "990100001001001",
                        null,
                        Urgency.EMERGENCY,
                        Actor.staff("staff-worker-1", "g1"),
                        "person-never-shown",
                        new OnSpotSettlement(new Erasable("已设围挡", "salt-never-shown"), List.of("photo-1")),
                        NOON,
                        NOON.minusSeconds(60)),
                "hash-never-shown",
                SomeStandings.told(
                        "990100001-261122-0007",
                        CaseState.CLOSED,
                        6,
                        NOON.plusSeconds(3600),
                        CloseReason.SATISFIED,
                        null));
    }

    private static Report bare() {
        return new Report(
                new Received(
                        ID,
                        "261122-0042",
                        Channel.RECEPTION,
                        null,
                        null,
                        new Erasable("有人需要帮助", "salt-never-shown"),
                        null,
                        null,
                        "elsewhere",
                        Urgency.NORMAL,
                        Actor.staff("staff-clerk-1", "c1"),
                        null,
                        null,
                        NOON,
                        null),
                "hash-never-shown",
                null);
    }
}

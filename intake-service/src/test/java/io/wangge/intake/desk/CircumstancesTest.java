package io.wangge.intake.desk;

import static io.wangge.intake.YunshanDirectory.HOLDER;
import static io.wangge.intake.YunshanDirectory.WEST;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static io.wangge.intake.YunshanDirectory.caller;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.YunshanDirectory;
import io.wangge.intake.report.AsGiven;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.NewReport;
import io.wangge.intake.report.Report;
import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportReading;
import io.wangge.intake.suggestion.UrgentWords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What only some reports bring: an agent, a number of their own, other coordinates, a wrong clock. */
class CircumstancesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private final AtomicLong number = new AtomicLong();
    private final TakeInReport desk = new TakeInReport(
            new MemoryReports(),
            new MemoryPersons(),
            series -> number.incrementAndGet(),
            new RandomSource() {
                @Override
                public String salt() {
                    return UUID.randomUUID().toString();
                }

                @Override
                public String personId() {
                    return UUID.randomUUID().toString();
                }
            },
            YunshanDirectory::directory,
            InstantSource.fixed(NOW),
            ZoneId.of("Asia/Shanghai"),
            () -> UrgentWords.NONE);

    @Test
    void a_superiors_order_keeps_its_number_and_limit_and_its_agent() {
        Received received = taken("""
                        "channel":"SUPERIOR_ORDER","agentId":"%s","address":"幸福里3号楼","accuracyMetres":12.5,
                        "source":{"reference":" 12345-0815 ","answerBy":"2026-11-25T18:00:00+08:00"}""".formatted(HOLDER)).received();

        var circumstances = received.circumstances();
        assertThat(circumstances.agentId()).isEqualTo(HOLDER);
        assertThat(circumstances.source().reference()).isEqualTo("12345-0815");
        assertThat(circumstances.source().answerBy()).isEqualTo("2026-11-25T10:00:00Z");
        assertThat(circumstances.address().value()).isEqualTo("幸福里3号楼");
        assertThat(circumstances.accuracyMetres()).isEqualTo(12.5);
    }

    @Test
    void most_reports_carry_none_of_it() {
        Report report = taken("\"gridCode\":\"" + WEST + "\"");

        assertThat(report.received().circumstances()).isNull();
        assertThat(report.asGiven()).isNull();
    }

    @Test
    void an_agent_must_be_of_the_staff() {
        assertThat(take("\"agentId\":\"nobody\""))
                .isEqualTo(new TakenIn.Faulty(List.of(FieldFault.of("agentId", "unknown-staff"))));
    }

    @Test
    void a_position_of_a_chinese_map_finds_the_grid_where_it_really_is() {
        Report report = taken("""
                "coordinateSystem":"GCJ02","location":{"type":"Point","coordinates":[120.1246,30.2076]}""");

        GeoPoint position = report.received().location();
        assertThat(position.longitude()).isBetween(120.1195, 120.1205);
        assertThat(position.latitude()).isBetween(30.2090, 30.2110);
        assertThat(report.asGiven().location()).isEqualTo(GeoPoint.of(120.1246, 30.2076));
    }

    @Test
    void a_clock_that_is_wrong_is_noted_and_the_time_of_observation_understood() {
        Report report =
                taken("\"deviceTime\":\"2026-11-22T18:00:00+08:00\",\"observedAt\":\"2026-11-22T17:30:00+08:00\"");

        assertThat(report.received().receivedAt()).isEqualTo(NOW);
        assertThat(report.received().observedAt()).isEqualTo("2026-11-22T07:30:00Z");
        assertThat(report.asGiven())
                .isEqualTo(new AsGiven(Duration.ofHours(2), Instant.parse("2026-11-22T09:30:00Z"), null, null));
    }

    @Test
    void a_clock_that_is_a_little_off_is_left_alone() {
        Report report =
                taken("\"deviceTime\":\"2026-11-22T16:01:00+08:00\",\"observedAt\":\"2026-11-22T15:30:00+08:00\"");

        assertThat(report.received().observedAt()).isEqualTo("2026-11-22T07:30:00Z");
        assertThat(report.asGiven().clockSkew()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void sent_again_by_a_clock_that_went_on_it_is_the_same_report() {
        String id = UUID.randomUUID().toString();
        assertThat(take(id, "\"deviceTime\":\"2026-11-22T16:00:00+08:00\"")).isInstanceOf(TakenIn.New.class);
        assertThat(take(id, "\"deviceTime\":\"2026-11-22T16:05:00+08:00\"")).isInstanceOf(TakenIn.Repeated.class);
        assertThat(take(id, "\"address\":\"另一处\"")).isInstanceOf(TakenIn.NotAllowed.class);
    }

    @Test
    void without_any_place_it_belongs_to_the_grid_of_the_worker_who_sent_it() {
        assertThat(taken("\"nature\":\"HELP\"").received().gridCode()).isEqualTo(WEST);
        assertThat(taken("\"location\":{\"type\":\"Point\",\"coordinates\":[121.5,31.2]}")
                        .received()
                        .gridCode())
                .as("a position outside every grid")
                .isNull();
        assertThat(taken("\"channel\":\"MEDIA\",\"source\":{\"reference\":\"晚报\"}")
                        .received()
                        .gridCode())
                .isNull();
    }

    private Report taken(String fields) {
        TakenIn taken = take(fields);
        assertThat(taken).isInstanceOf(TakenIn.New.class);
        return ((TakenIn.New) taken).report();
    }

    private TakenIn take(String fields) {
        return take(UUID.randomUUID().toString(), fields);
    }

    private TakenIn take(String id, String fields) {
        ReportForm form = JsonMapper.shared()
                .readValue("{\"id\":\"" + id + "\",\"text\":\"井盖破损\"," + fields + "}", ReportForm.class);
        NewReport report = ((ReportReading.Readable) ReportReading.of(form, NOW)).report();
        return desk.take(caller(WORKER), report, null);
    }
}

package io.wangge.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.YunshanDirectory;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.NewReport;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReadingTest {
    private static final String JOB = "4b2f8a7e-0000-4000-8000-000000000001";
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Directory DIRECTORY = YunshanDirectory.directory();

    @Test
    void the_same_line_of_the_same_job_is_the_same_report() {
        assertThat(RowReading.reportId(JOB, 7)).isEqualTo(RowReading.reportId(JOB, 7));
        assertThat(RowReading.reportId(JOB, 7)).isNotEqualTo(RowReading.reportId(JOB, 8));
    }

    @ParameterizedTest
    @CsvSource({
        "诉求内容,TEXT",
        "联系电话（必填）,RESIDENT_PHONE",
        "Grid_Code,GRID_CODE",
        "ＬＡＴ,LATITUDE",
        "TEXT,TEXT",
        "发现时间*,OBSERVED_AT"
    })
    void a_heading_is_known_however_it_is_written(String heading, Field field) {
        assertThat(Field.guess(heading)).contains(field);
    }

    @Test
    void of_two_columns_for_one_thing_the_first_has_it_and_a_stranger_is_left_out() {
        Mapping guess = Mapping.guess(List.of("内容", "描述", "备注"));
        assertThat(guess.columns()).containsExactly(Field.TEXT, null, null);
        assertThat(guess.faults(List.of("内容", "描述", "备注"))).isEmpty();
        assertThat(Mapping.guess(List.of("经度")).faults(List.of("经度")))
                .extracting(FieldFault::reason)
                .containsExactly("text-column-needed", "both-coordinates-needed");
    }

    @Test
    void words_of_the_street_become_codes() {
        NewReport report = readable(row("井盖破损", "巡逻", "投诉", "2026/11/22 8:30"));
        assertThat(report.channel()).isEqualTo(Channel.PATROL);
        assertThat(report.nature()).isEqualTo(Nature.COMPLAINT);
        assertThat(report.observedAt()).isEqualTo(Instant.parse("2026-11-22T00:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22 08:30", "2026-11-22T08:30:00+08:00", "2026.11.22 8:30:00"})
    void times_are_read_as_people_write_them(String time) {
        assertThat(readable(row("井盖破损", "巡逻", "", time)).observedAt()).isEqualTo(Instant.parse("2026-11-22T00:30:00Z"));
    }

    @Test
    void everything_wrong_with_a_row_is_told_at_once() {
        assertThat(reasons(row("", "电报", "吵架", "昨天"))).hasSize(4);
    }

    private static Row row(String... cells) {
        return new Row(2, List.of(cells));
    }

    private static NewReport readable(Row row) {
        return ((RowReading.Readable) read(row)).report();
    }

    private static List<String> reasons(Row row) {
        return ((RowReading.Faulty) read(row))
                .faults().stream().map(FieldFault::reason).toList();
    }

    private static RowReading read(Row row) {
        Mapping mapping = new Mapping(List.of(Field.TEXT, Field.CHANNEL, Field.NATURE, Field.OBSERVED_AT), null, null);
        return RowReading.of(JOB, row, mapping, DIRECTORY, ZoneId.of("Asia/Shanghai"), NOW);
    }
}

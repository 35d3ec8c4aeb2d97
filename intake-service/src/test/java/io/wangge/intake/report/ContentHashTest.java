package io.wangge.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.intake.Forms;
import io.wangge.intake.report.ReportForm.OnSpot;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private final Forms form =
            Forms.good().observedAt("2026-11-22T15:00:00+08:00").resident("王秀英", "13800000001");

    @Test
    void the_same_content_in_other_writing_has_the_same_hash() {
        Stream.of(
                        form.id(form.id().toUpperCase(Locale.ROOT)),
                        form.text("  " + form.form().text() + "\n"),
                        form.urgency("NORMAL"),
                        form.observedAt("2026-11-22T07:00:00Z"),
                        form.resident("王秀英 ", "+86 138-0000-0001"),
                        form.location(new ReportForm.Position("Point", List.of(120.11, 30.21, 12.0))))
                .forEach(other -> assertThat(hash(other)).isEqualTo(hash(form)));
    }

    @Test
    void every_field_counts() {
        Stream<Forms> others = Stream.of(
                form.text("望江路井盖破损。"),
                form.category("0103"),
                form.category(null),
                form.location(Forms.at(120.110001, 30.21)),
                form.gridCode("990100001001001"),
                form.urgency("EMERGENCY"),
                form.channel("PATROL"),
                form.nature("HELP"),
                form.settledOnSpot(new OnSpot("已扶正", List.of())),
                form.settledOnSpot(new OnSpot("已扶正", List.of("a"))),
                form.observedAt(null),
                form.resident("王秀英", "13800000002"),
                form.resident("李秀英", "13800000001"));

        assertThat(Stream.concat(Stream.of(form), others).map(ContentHashTest::hash))
                .doesNotHaveDuplicates();
    }

    private static String hash(Forms form) {
        return ContentHash.of(((ReportReading.Readable) ReportReading.of(form.form(), NOW)).report());
    }
}

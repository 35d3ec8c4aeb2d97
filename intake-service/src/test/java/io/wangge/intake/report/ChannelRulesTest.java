package io.wangge.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class ChannelRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "HOTLINE, resident",
        "RECEPTION, resident",
        "WECHAT, resident",
        "WEB, resident",
        "VISIT, resident",
        "SUPERIOR_ORDER, source.reference",
        "MEDIA, source.reference",
        "SENSOR, source.reference"
    })
    void a_channel_that_brings_too_little_says_what_is_lacking(String channel, String field) {
        assertThat(faults(channel, "")).containsExactly(new FieldFault(field, "needed-by-channel", java.util.Map.of()));
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void every_channel_takes_every_nature_with_what_it_needs(Channel channel) {
        for (Nature nature : Nature.values()) {
            assertThat(
                            faults(
                                    channel.name(),
                                    ",\"nature\":\"" + nature
                                            + "\",\"resident\":{\"phone\":\"13800000001\"},\"source\":{\"reference\":\"12345-7\"}"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"HOTLINE", "RECEPTION", "WECHAT", "WEB", "VISIT"})
    void who_does_not_want_to_be_known_need_not_be(String channel) {
        assertThat(faults(channel, ",\"anonymous\":true")).isEmpty();
    }

    @Test
    void anonymous_and_named_at_once_is_a_mistake() {
        assertThat(faults("WEB", ",\"anonymous\":true,\"resident\":{\"name\":\"王\"}"))
                .extracting(FieldFault::reason)
                .containsExactly("anonymous-and-named");
    }

    @Test
    void a_visit_names_whom_or_which_household() {
        assertThat(faults("VISIT", ",\"address\":\"幸福里3号楼\"")).isEmpty();
    }

    @Test
    void the_other_new_fields_are_checked_too() {
        assertThat(faults(
                        "GRID_WORKER",
                        ",\"coordinateSystem\":\"BD09\",\"accuracyMetres\":-1,\"deviceTime\":\"now\",\"agentId\":\"a b\","
                                + "\"source\":{\"answerBy\":\"soon\"},\"address\":\"" + "路".repeat(201) + "\""))
                .extracting(FieldFault::field)
                .containsExactly(
                        "coordinateSystem", "accuracyMetres", "address", "deviceTime", "source.answerBy", "agentId");
    }

    private static List<FieldFault> faults(String channel, String more) {
        String json = "{\"id\":\"0193f3a0-0000-7000-8000-000000000001\",\"text\":\"井盖\",\"channel\":\"" + channel + "\""
                + more + "}";
        return ReportRules.faultsOf(JsonMapper.shared().readValue(json, ReportForm.class), NOW);
    }
}

package io.wangge.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.contracts.Event;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The golden files are the contract: they were written once, and what is deployed reads and writes just these. */
class EventJsonTest {

    static Stream<Event> samples() {
        return Samples.all().stream();
    }

    @Test
    void every_type_has_a_sample() {
        assertThat(Samples.all().stream().map(EventJson::typeOf))
                .containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writes_the_golden_file(Event sample) throws IOException {
        JsonNode written = EventJson.MAPPER.readTree(EventJson.write(sample));

        assertThat(written).isEqualTo(EventJson.MAPPER.readTree(golden(sample)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void reads_the_golden_file(Event sample) throws IOException {
        assertThat(EventJson.read(EventJson.typeOf(sample), golden(sample))).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_field_from_the_future_is_ignored(Event sample) throws IOException {
        ObjectNode withMore = (ObjectNode) EventJson.MAPPER.readTree(golden(sample));
        withMore.put("fromTheFuture", "x");

        assertThat(EventJson.read(EventJson.typeOf(sample), EventJson.MAPPER.writeValueAsBytes(withMore)))
                .isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_empty_object_is_no_event(Event sample) {
        assertThatThrownBy(() -> EventJson.read(EventJson.typeOf(sample), "{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UndecodableEvent.class);
    }

    @Test
    void a_missing_field_deep_inside_is_named_and_its_neighbours_are_not_quoted() throws IOException {
        Event sample = Samples.all().stream()
                .filter(event ->
                        event instanceof CaseMessage<?> message && message.what() instanceof CaseEvent.Commented)
                .findAny()
                .orElseThrow();
        ObjectNode lacking = (ObjectNode) EventJson.MAPPER.readTree(golden(sample));
        ((ObjectNode) lacking.get("after")).remove("state");

        assertThatThrownBy(() -> EventJson.read(EventJson.typeOf(sample), EventJson.MAPPER.writeValueAsBytes(lacking)))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessage("body of io.wangge.case.commented.v1 lacks after.state");
    }

    @Test
    void an_unknown_type_is_no_event() {
        assertThatThrownBy(() -> EventJson.read("io.wangge.case.opened.v2", "{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining("io.wangge.case.opened.v2");
    }

    @Test
    void what_is_no_json_is_no_event_and_stays_out_of_the_message() {
        for (String body : List.of("{", "null", "[]", "\"王小明 13800000000\"", "{\"reportId\": 王小明}")) {
            assertThatThrownBy(
                            () -> EventJson.read("io.wangge.report.received.v1", body.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(UndecodableEvent.class)
                    .hasMessageNotContaining("王小明");
        }
    }

    private static byte[] golden(Event sample) throws IOException {
        String name = EventJson.typeOf(sample).substring("io.wangge.".length()) + ".json";
        return Files.readAllBytes(Path.of("src/test/resources/golden", name));
    }
}

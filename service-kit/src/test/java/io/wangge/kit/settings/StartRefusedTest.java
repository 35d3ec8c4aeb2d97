package io.wangge.kit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A wrong setting stops the service with one sentence that says which and why. */
class StartRefusedTest {
    @Test
    void right_settings_are_taken_and_the_rest_has_defaults() {
        GridSettings settings = bind(Map.of("grid.service", "dispatch", "grid.demo-data", "true"));
        assertThat(settings.database()).isEqualTo("grid_dispatch");
        assertThat(settings.source()).isEqualTo("/wangge/dispatch");
        assertThat(settings.demoData()).isTrue();
        assertThat(settings.kafkaBootstrap()).isEqualTo("127.0.0.1:9092");
    }

    @Test
    void a_missing_service_name_is_named() {
        assertRefused(Map.of(), "The setting grid.service is 'null'", "GRID_SERVICE");
    }

    @Test
    void a_wrong_broker_address_is_named() {
        assertRefused(
                Map.of("grid.service", "dispatch", "grid.kafka-bootstrap", "broker"),
                "The setting grid.kafka-bootstrap is 'broker': it must be host:port",
                "GRID_KAFKA_BOOTSTRAP");
    }

    @Test
    void a_wrong_database_address_is_named_without_its_password() {
        assertRefused(
                Map.of("grid.service", "dispatch", "grid.mongodb-uri", "http://user:secret@host"),
                "The setting grid.mongodb-uri is 'http://…@host'",
                "GRID_MONGODB_URI");
    }

    private static void assertRefused(Map<String, String> properties, String sentence, String remedy) {
        assertThatThrownBy(() -> bind(properties)).satisfies(failure -> {
            FailureAnalysis analysis = new StartRefusedAnalyzer().analyze(failure);
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription()).startsWith(sentence).doesNotContain("secret");
            assertThat(analysis.getAction()).contains(remedy);
        });
    }

    private static GridSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("grid", GridSettings.class);
    }
}

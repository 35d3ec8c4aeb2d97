package io.wangge.dispatch.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.kit.settings.StartRefused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class RetiredSettingsTest {

    @Test
    void what_a_district_sets_as_data_is_no_setting_and_the_remedy_names_its_place() {
        assertThatThrownBy(() -> RetiredSettings.refuse(with("grid.cases.reopen-days", "60")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("grid.cases.reopen-days")
                .satisfies(e -> org.assertj.core.api.Assertions.assertThat(((StartRefused) e).remedy())
                        .contains("reopenDays of the table case-policy"));
        assertThatThrownBy(() -> RetiredSettings.refuse(with("grid.cases.never-leave[0]", "1501")))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void it_is_found_in_the_environment_too() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "systemEnvironment", Map.of("GRID_CASES_REOPENDAYS", "60")));

        assertThatThrownBy(() -> RetiredSettings.refuse(environment)).isInstanceOf(StartRefused.class);
    }

    @Test
    void what_is_a_setting_still_is_left_alone() {
        assertThatCode(() -> RetiredSettings.refuse(with("grid.cases.number-level", "COMMUNITY")))
                .doesNotThrowAnyException();
    }

    private static StandardEnvironment with(String name, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, value)));
        return environment;
    }
}

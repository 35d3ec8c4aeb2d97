package io.wangge.dispatch.http.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.dispatch.clock.Remaining;
import io.wangge.dispatch.clock.Remaining.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainingViewTest {
    @ParameterizedTest
    @CsvSource({
        "3, WORK_HOUR, false, 还剩 3 工作时, 3 work hours left",
        "1, WORK_HOUR, true, 已超期 1 工作时, overdue by 1 work hour",
        "2, WORKDAY, false, 还剩 2 工作日, 2 workdays left",
        "0, EMERGENCY_MINUTE, true, 已超期 0 分钟, overdue by 0 minutes",
        "4, NATURAL_DAY, false, 还剩 4 天, 4 days left",
    })
    void time_left_is_said_in_both_languages(long amount, Unit unit, boolean overdue, String zh, String en) {
        assertThat(RemainingView.of(new Remaining(amount, unit, overdue)))
                .isEqualTo(new RemainingView(amount, unit, overdue, zh, en));
    }
}

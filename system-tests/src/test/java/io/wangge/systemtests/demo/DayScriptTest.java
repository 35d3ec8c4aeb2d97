package io.wangge.systemtests.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayScriptTest {
    private final List<DayReport> day = DayScript.load();

    @Test
    void theDayHasAtLeastSixtyReports() {
        assertThat(day).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void everyClassOfTheCategoriesIsReported() {
        Set<String> classes = day.stream()
                .map(DayReport::category)
                .filter(Objects::nonNull)
                .map(code -> code.substring(0, 2))
                .collect(Collectors.toSet());
        assertThat(classes)
                .containsAll(
                        IntStream.rangeClosed(1, 15).mapToObj("%02d"::formatted).toList());
    }

    @Test
    void everyWayIsTaken() {
        assertThat(day).extracting(DayReport::way).contains(Way.values());
    }

    @Test
    void everyGridHasReports() {
        assertThat(day.stream().map(DayReport::grid).filter(Objects::nonNull).distinct())
                .hasSize(12);
    }

    @Test
    void noTextIsLongerThanIntakeTakes() {
        assertThat(day).allMatch(report -> {
            String text = report.wholeText();
            return text.codePointCount(0, text.length()) <= 2000;
        });
    }

    @Test
    void whatNeedsMoreWordsHasThem() {
        for (DayReport report : day) {
            switch (report.way()) {
                case RETURNED -> assertThat(report.reason()).as(report.text()).isNotNull();
                case HANDED_DOWN -> assertThat(report.to()).as(report.text()).isNotNull();
                case DECIDED_CLOSE, DECIDED_REWORK ->
                    assertThat(report.decision()).as(report.text()).isNotNull();
                case DISPATCHED -> assertThat(report.unit()).as(report.text()).isNotNull();
                default -> {}
            }
        }
    }

    @Test
    void whereAnswersOfResidentsArePlayedThereIsAResident() {
        assertThat(day)
                .filteredOn(report -> Set.of(
                                Way.REWORKED, Way.DECIDED_CLOSE, Way.DECIDED_REWORK, Way.SECOND_CALL, Way.NOT_REACHED)
                        .contains(report.way()))
                .allMatch(report -> report.resident() != null);
    }
}

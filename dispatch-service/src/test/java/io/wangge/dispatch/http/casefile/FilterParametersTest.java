package io.wangge.dispatch.http.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.contracts.casefile.CaseEvent.SupervisionLevel;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.dispatch.casefile.SmallDistrict;
import io.wangge.dispatch.desk.CaseFilter;
import io.wangge.kit.problem.ProblemException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class FilterParametersTest {

    private static CaseFilter read(String... namesAndValues) {
        MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return FilterParameters.read(given, SmallDistrict.DIRECTORY, Set.of("tab", "cursor", "limit"));
    }

    @Test
    void nothing_narrows_nothing() {
        assertThat(read("tab", "all", "limit", "5")).isEqualTo(CaseFilter.NONE);
    }

    @Test
    void all_of_them_are_read() {
        CaseFilter filter = read(
                "unitId",
                "s-env",
                "gridCode",
                "code-g1",
                "state",
                "CLOSED,IN_PROGRESS",
                "state",
                "PENDING_CALLBACK",
                "level",
                "STREET",
                "category",
                "0102,04",
                "dueBefore",
                "2026-03-02T18:00:00+08:00",
                "dueAfter",
                "2026-03-02T00:00:00Z",
                "openedAfter",
                "2026-03-01T00:00:00+08:00",
                "openedBefore",
                "2026-03-02T00:00:00+08:00",
                "closedAfter",
                "2026-03-03T00:00:00+08:00",
                "closedBefore",
                "2026-03-04T00:00:00+08:00",
                "overdue",
                "true",
                "supervision",
                "YELLOW,RED",
                "person",
                "staff-1",
                "text",
                "井盖破",
                "caseNumber",
                "N-1",
                "trackingNumber",
                "T-1");

        assertThat(filter.unitPath()).containsExactly("d", "s", "s-env");
        assertThat(filter.placePath()).containsExactly("d", "s", "c", "g1");
        assertThat(filter.states())
                .containsExactlyInAnyOrder(CaseState.CLOSED, CaseState.IN_PROGRESS, CaseState.PENDING_CALLBACK);
        assertThat(filter.levels()).containsExactly("STREET");
        assertThat(filter.categories()).containsExactlyInAnyOrder("0102", "0401");
        assertThat(filter.dueBefore()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(filter.dueAfter()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(filter.openedAfter()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
        assertThat(filter.openedBefore()).isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
        assertThat(filter.closedAfter()).isEqualTo(Instant.parse("2026-03-02T16:00:00Z"));
        assertThat(filter.closedBefore()).isEqualTo(Instant.parse("2026-03-03T16:00:00Z"));
        assertThat(filter.overdue()).isTrue();
        assertThat(filter.supervision()).containsExactlyInAnyOrder(SupervisionLevel.YELLOW, SupervisionLevel.RED);
        assertThat(filter.person()).isEqualTo("staff-1");
        assertThat(filter.terms()).containsExactlyInAnyOrder("井盖", "盖破");
        assertThat(filter.caseNumber()).isEqualTo("N-1");
        assertThat(filter.trackingNumber()).isEqualTo("T-1");
    }

    @Test
    void a_place_is_the_last_unit_that_is_known_of_it() {
        CaseFilter filter = read("placeId", "c");
        assertThat(filter.placeId()).isEqualTo("c");
        assertThat(filter.placePath()).containsExactly("d", "s", "c");
    }

    @Test
    void a_plus_that_was_not_encoded_is_still_a_plus() {
        assertThat(read("dueBefore", "2026-03-02T18:00:00 08:00").dueBefore())
                .isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    }

    @ParameterizedTest(name = "{0}={1} is refused as {2}")
    @CsvSource({
        "colour, red, unknown-parameter",
        "unitId, nowhere, unknown-unit",
        "unitId, '', required",
        "gridCode, code-g9, unknown-grid",
        "placeId, nowhere, unknown-unit",
        "state, SLEEPING, unknown-value",
        "state, 'CLOSED,', required",
        "level, PLANET, unknown-value",
        "category, 88, unknown-category",
        "category, 1, unknown-category",
        "dueBefore, 2026-03-02, bad-format",
        "dueBefore, 9999-03-02T18:00:00Z, bad-format",
        "openedAfter, today, bad-format",
        "closedBefore, 2026-03-02, bad-format",
        "overdue, perhaps, unknown-value",
        "text, 井, too-little-to-search"
    })
    void what_says_nothing_is_refused_by_its_name(String name, String value, String reason) {
        assertThatThrownBy(() -> read(name, value)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.field()).isEqualTo(name);
                assertThat(fault.reason()).isEqualTo(reason);
            });
        });
    }

    @Test
    void everything_wrong_is_named_at_once() {
        assertThatThrownBy(() -> read("colour", "red", "unitId", "nowhere", "overdue", "x", "text", "x".repeat(101)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.faults()).hasSize(4));
        assertThatThrownBy(() -> read("person", "a", "person", "b"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.facts()).isEqualTo(Map.of("max", 1))));
    }
}

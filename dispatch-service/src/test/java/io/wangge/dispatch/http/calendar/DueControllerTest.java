package io.wangge.dispatch.http.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.wangge.dispatch.cel.CelConditions;
import io.wangge.dispatch.files.ReferenceFiles;
import io.wangge.dispatch.http.Doorstep;
import io.wangge.dispatch.reference.InMemoryReferenceLibrary;
import io.wangge.dispatch.reference.ReferenceAssembly;
import io.wangge.dispatch.reference.ReferenceKeeper;
import io.wangge.dispatch.reference.ReferenceLibraryContract;
import io.wangge.kit.json.HttpJson;
import io.wangge.kit.problem.ProblemTexts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class DueControllerTest {
    private final ReferenceKeeper keeper = new ReferenceKeeper(
            new InMemoryReferenceLibrary(),
            new ReferenceAssembly(new CelConditions(), ReferenceFiles.usual()),
            InstantSource.fixed(Instant.EPOCH));
    private MockMvc mvc;

    @BeforeEach
    void seed() {
        keeper.replace(ReferenceLibraryContract.demo());
        mvc = Doorstep.of(() -> keeper.current().directory(), HttpJson.MAPPER, new DueController(keeper));
    }

    private ResultActions ask(String who, String body) throws Exception {
        return mvc.perform(post("/api/v1/calendar/due")
                .header("who", who)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static String body(String start, String amount, String unit) {
        return """
                {"start": "%s", "limit": {"amount": %s, "unit": "%s"}}""".formatted(start, amount, unit);
    }

    @Test
    void work_hours_come_with_the_spans_that_counted() throws Exception {
        ask("staff-admin-1", body("2026-03-06T17:00:00+08:00", "4", "WORK_HOUR"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueAt").value("2026-03-09T11:00:00+08:00"))
                .andExpect(jsonPath("$.provisional").value(false))
                .andExpect(jsonPath("$.working", hasSize(2)))
                .andExpect(jsonPath("$.working[0].from").value("2026-03-06T17:00:00+08:00"))
                .andExpect(jsonPath("$.working[0].to").value("2026-03-06T18:00:00+08:00"))
                .andExpect(jsonPath("$.working[0].minutes").value(60))
                .andExpect(jsonPath("$.working[1].minutes").value(180))
                .andExpect(jsonPath("$.workingMinutes").value(240))
                .andExpect(jsonPath("$.limit.amount").value(4))
                .andExpect(jsonPath("$.limit.unit").value("WORK_HOUR"))
                .andExpect(jsonPath("$.calendarVersion").value(1))
                .andExpect(jsonPath("$.publishedThrough").value(2026));
    }

    @Test
    void natural_days_say_why_the_end_was_moved() throws Exception {
        ask("staff-admin-1", body("2026-09-30T02:00:00Z", "3", "NATURAL_DAY"))
                .andExpect(jsonPath("$.dueAt").value("2026-10-09T00:00:00+08:00"))
                .andExpect(jsonPath("$.working", hasSize(3)))
                .andExpect(jsonPath("$.moved.from").value("2026-10-04T00:00:00+08:00"))
                .andExpect(jsonPath("$.moved.lastDay").value("2026-10-03"))
                .andExpect(jsonPath("$.moved.dayKind").value("HOLIDAY"))
                .andExpect(jsonPath("$.moved.reasonZh", containsString("节假日")))
                .andExpect(jsonPath("$.moved.reasonEn", containsString("holiday")));
        ask("staff-admin-1", body("2026-03-02T10:00:00+08:00", "3", "NATURAL_DAY"))
                .andExpect(jsonPath("$.moved").doesNotExist());
    }

    @Test
    void a_year_that_is_not_announced_makes_it_provisional() throws Exception {
        ask("staff-admin-1", body("2026-12-31T16:00:00+08:00", "1", "WORKDAY"))
                .andExpect(jsonPath("$.dueAt").value("2027-01-01T18:00:00+08:00"))
                .andExpect(jsonPath("$.provisional").value(true));
    }

    @Test
    void a_unit_is_asked_for_its_own_hours() throws Exception {
        ask("staff-admin-1", """
                        {"start": "2026-03-07T09:00:00+08:00", "limit": {"amount": 2, "unit": "WORK_HOUR"},
                         "unitId": "990100001-d18"}""")
                .andExpect(jsonPath("$.dueAt").value("2026-03-07T11:00:00+08:00"))
                .andExpect(jsonPath("$.unitId").value("990100001-d18"));
    }

    @ParameterizedTest(name = "{1} {2} from {0}: {3}")
    @CsvSource({
        "2026-03-02T09:00:00+08:00, 0, WORK_HOUR, limit.amount not-positive",
        "2026-03-02T09:00:00+08:00, -4, WORK_HOUR, limit.amount not-positive",
        "2026-03-02T09:00:00+08:00, 1.5, WORK_HOUR, limit.amount not-whole",
        "2026-03-02T09:00:00+08:00, null, WORK_HOUR, limit.amount required",
        "2026-03-02T09:00:00+08:00, 3651, NATURAL_DAY, limit.amount limit-too-long",
        "2026-03-02T09:00:00+08:00, 99999999999999999999, WORK_HOUR, limit.amount limit-too-long",
        "2026-03-02T09:00:00+08:00, 4, FORTNIGHT, limit.unit unknown-value",
        "2026-03-02T09:00:00, 4, WORK_HOUR, start no-offset",
        "2026-03-02, 4, WORK_HOUR, start bad-time",
        "1999-03-02T09:00:00+08:00, 4, WORK_HOUR, start year-out-of-range",
        "+999999999-03-02T09:00:00+08:00, 4, WORK_HOUR, start year-out-of-range",
    })
    void what_cannot_be_computed_is_refused_with_the_field(String start, String amount, String unit, String fault)
            throws Exception {
        ask("staff-admin-1", body(start, amount, unit))
                .andExpect(status().isBadRequest())
                .andExpect(content().string("invalid-field[" + fault + "]"));
    }

    @Test
    void all_faults_are_named_at_once() throws Exception {
        ask("staff-admin-1", "{\"unitId\": \"nowhere\"}")
                .andExpect(content().string("invalid-field[start required, limit required, unitId unknown-unit]"));
    }

    @Test
    void the_longest_limits_can_be_computed() throws Exception {
        for (String limit : new String[] {"20000 WORK_HOUR", "2500 WORKDAY", "3650 NATURAL_DAY"}) {
            String[] words = limit.split(" ", -1);
            ask("staff-admin-1", body("2026-03-02T09:00:00+08:00", words[0], words[1]))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.provisional").value(true));
        }
    }

    @Test
    void only_an_administrator_may_ask() throws Exception {
        ask("staff-leader-1", body("2026-03-02T09:00:00+08:00", "4", "WORK_HOUR"))
                .andExpect(status().isForbidden())
                .andExpect(content().string("not-allowed[]"));
    }

    @Test
    void every_fault_has_its_words_in_both_languages() {
        assertThat(ProblemTexts.of("dispatch")
                        .missingForFields(List.of(
                                "required",
                                "unknown-value",
                                "no-offset",
                                "bad-time",
                                "year-out-of-range",
                                "not-positive",
                                "not-whole",
                                "limit-too-long",
                                "unknown-unit")))
                .isEmpty();
    }
}

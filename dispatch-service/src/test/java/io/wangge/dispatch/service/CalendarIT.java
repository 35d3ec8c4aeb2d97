package io.wangge.dispatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.dispatch.service.RunningService.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CalendarIT {
    private static final String DUE = "/api/v1/calendar/due";
    private final RunningService service = RunningService.get();

    @Test
    void an_administrator_sees_how_a_due_time_comes_about() {
        Answer answer = service.post(
                "admin-1",
                DUE,
                "{\"start\":\"2026-02-13T17:00:00+08:00\",\"limit\":{\"amount\":10,\"unit\":\"WORK_HOUR\"}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("dueAt")).as("over the Spring Festival").isEqualTo("2026-02-24T09:00:00+08:00");
        assertThat(answer.body().path("working")).hasSize(4);
        assertThat(answer.body().path("workingMinutes").asLong()).isEqualTo(600);
        assertThat(answer.body().path("provisional").asBoolean(true)).isFalse();
        assertThat(answer.body().path("calendarVersion").asLong()).isEqualTo(1);
    }

    @Test
    void a_refusal_names_each_field_and_says_what_to_do() {
        Answer answer = service.post(
                "admin-1",
                DUE,
                "{\"start\":\"2026-02-13T17:00:00\",\"limit\":{\"amount\":0.5,\"unit\":\"WEEK\"},\"unitId\":\"x\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("invalid-field");
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactly("start", "limit.unit", "limit.amount", "unitId");
        assertThat(answer.body().path("errors").findValuesAsString("remedy"))
                .noneMatch(String::isBlank)
                .contains("请写明偏移，例如 2026-03-02T09:00:00+08:00。");
        assertThat(service.post("admin-1", DUE, "{\"limit\":{\"amount\":\"4\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nobody_else_may_ask() {
        Answer answer = service.post("leader-1", DUE, "{}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("code")).isEqualTo("not-allowed");
        assertThat(answer.text("detail")).contains("计算时限");
    }

    @Test
    void a_case_says_what_is_left_in_the_terms_of_its_limit() {
        String id = service.send(RunningService.report("0601", "990100001001001"));

        JsonNode remaining = service.await("handler-5", id, 2).body().path("remaining");

        assertThat(remaining.path("unit").asString("")).startsWith("EMERGENCY_");
        assertThat(remaining.path("overdue").asBoolean(true)).isFalse();
        assertThat(remaining.path("textZh").asString("")).startsWith("还剩");
        assertThat(remaining.path("textEn").asString("")).endsWith("left");
    }
}

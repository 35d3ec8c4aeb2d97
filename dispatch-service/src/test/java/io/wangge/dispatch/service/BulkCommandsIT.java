package io.wangge.dispatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.dispatch.service.RunningService.Answer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BulkCommandsIT {
    private static final String GRID = "990100001001001";
    private final RunningService service = RunningService.get();

    private List<String> opened(int many) {
        List<String> ids = IntStream.range(0, many)
                .mapToObj(n -> service.send(RunningService.report("0601", GRID)))
                .toList();
        ids.forEach(id -> service.await("handler-5", id, 2));
        return ids;
    }

    private Answer bulk(String user, UUID id, List<String> items, String fields) {
        return service.post(
                user,
                "/api/v1/cases/commands",
                "{\"id\":\"%s\",\"items\":[%s],%s}".formatted(id, String.join(",", items), fields));
    }

    private static List<String> items(List<String> caseIds) {
        return caseIds.stream().map(id -> "{\"caseId\":\"" + id + "\"}").toList();
    }

    private static JsonNode item(Answer answer, int index) {
        return answer.body().path("items").get(index);
    }

    @Test
    void each_case_has_its_own_outcome_and_a_repeat_does_nothing_twice() {
        List<String> ids = opened(40);
        String accepted = ids.getFirst();
        assertThat(service.command("handler-5", accepted, 2, "{\"type\":\"accept\"}")
                        .status())
                .isEqualTo(200);
        List<String> items = Stream.concat(items(ids).stream(), Stream.of("{\"caseId\":\"" + UUID.randomUUID() + "\"}"))
                .collect(Collectors.toList());
        items.set(1, "{\"caseId\":\"" + ids.get(1) + "\",\"version\":1}");
        items.set(2, "{\"caseId\":\"" + ids.get(2) + "\",\"version\":2}");
        UUID bulk = UUID.randomUUID();

        Answer first = bulk("handler-5", bulk, items, "\"type\":\"accept\"");

        assertThat(first.status()).as("%s", first.json()).isEqualTo(200);
        assertThat(first.body().path("done").asInt()).isEqualTo(38);
        assertThat(first.body().path("refused").asInt()).isEqualTo(3);
        assertThat(problem(first, 0)).isEqualTo("wrong-state");
        assertThat(item(first, 0).path("problem").path("detail").asString("")).contains("处置中");
        assertThat(problem(first, 1)).isEqualTo("stale-version");
        assertThat(item(first, 1).path("problem").path("status").asInt()).isEqualTo(412);
        assertThat(item(first, 2).path("version").asLong()).isEqualTo(3);
        assertThat(item(first, 3).path("state").asString("")).isEqualTo("IN_PROGRESS");
        assertThat(problem(first, 40)).isEqualTo("not-found");

        Answer again = bulk("handler-5", bulk, items, "\"type\":\"accept\"");

        assertThat(again.body().path("done").asInt()).isEqualTo(38);
        for (String id : ids.subList(2, 40)) {
            assertThat(service.get("handler-5", "/api/v1/cases/" + id).version())
                    .isEqualTo(3);
        }
    }

    @Test
    void roles_and_scope_are_those_of_each_case() {
        List<String> ids = opened(2);

        Answer outside = bulk("handler-2", UUID.randomUUID(), items(ids), "\"type\":\"accept\"");
        assertThat(outside.body().path("done").asInt()).isZero();
        assertThat(problem(outside, 0)).isEqualTo("not-found");
        Answer leader = bulk("leader-1", UUID.randomUUID(), items(ids), "\"type\":\"accept\"");
        assertThat(problem(leader, 1)).isEqualTo("not-allowed");
    }

    @Test
    void what_is_wrong_with_the_whole_touches_none() {
        List<String> ids = opened(1);
        List<String> many = items(
                Stream.generate(() -> UUID.randomUUID().toString()).limit(501).toList());

        for (Answer refused : List.of(
                bulk("handler-5", UUID.randomUUID(), List.of(), "\"type\":\"accept\""),
                bulk("handler-5", UUID.randomUUID(), many, "\"type\":\"accept\""),
                bulk(
                        "handler-5",
                        UUID.randomUUID(),
                        items(List.of(ids.getFirst(), ids.getFirst())),
                        "\"type\":\"accept\""),
                bulk("handler-5", UUID.randomUUID(), List.of("null"), "\"type\":\"accept\""),
                bulk("handler-5", UUID.randomUUID(), items(ids), "\"type\":\"dance\""),
                bulk("handler-5", UUID.randomUUID(), items(ids), "\"type\":\"return\""),
                service.post("handler-5", "/api/v1/cases/commands", "{\"items\":[],\"type\":\"accept\"}"))) {
            assertThat(refused.status()).as("%s", refused.json()).isEqualTo(400);
            assertThat(refused.text("code")).isEqualTo("invalid-field");
            assertThat(refused.text("remedy")).isNotEmpty();
        }
        assertThat(service.get("handler-5", "/api/v1/cases/" + ids.getFirst()).version())
                .isEqualTo(2);
    }

    private static String problem(Answer answer, int index) {
        return item(answer, index).path("problem").path("code").asString("");
    }
}

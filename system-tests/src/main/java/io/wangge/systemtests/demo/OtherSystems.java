package io.wangge.systemtests.demo;

import io.wangge.systemtests.client.Answer;
import io.wangge.systemtests.client.GridClient;
import io.wangge.systemtests.client.Session;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What comes in by other systems: a citizens' app over Open311, and a clerk's table. */
final class OtherSystems {
    private static final String TABLE = """
            诉求内容,类别,经度,纬度,渠道
            江滨苑东门路灯不亮,0602,120.107,30.233,巡逻
            望江路人行道有积存垃圾,暴露垃圾,120.122,30.221,巡逻
            此行没有这个类别,不存在的类别,120.107,30.220,巡逻
            """;

    private OtherSystems() {}

    static void play(GridClient client, People people, PrintStream out) {
        out.println("开放311 · Open311: " + filed(client, people.named("admin-1")));
        out.println("批量导入 · bulk import: " + imported(people.named("dispatcher-1")));
    }

    /** @return the public number */
    private static String filed(GridClient client, Session admin) {
        String id = UUID.randomUUID().toString();
        JsonNode key = admin.exchange(
                        "POST", "/api/v1/api-keys", "{\"id\":\"%s\",\"name\":\"云山随手拍\"}".formatted(id), Map.of())
                .done()
                .json();
        String form = Map.of(
                        "api_key", key.path("key").asString(),
                        "service_code", "0107",
                        "lat", "30.2331",
                        "long", "120.1071",
                        "description", "河边有人焚烧树叶，烟很大")
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Answer filed = client.exchange(
                "POST",
                "/open311/v2/requests.json",
                form,
                Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"));
        admin.exchange("DELETE", "/api/v1/api-keys/" + id, null, Map.of());
        return filed.done().json().at("/0/service_request_id").asString();
    }

    /** @return what was told to run; the rest goes on by itself */
    private static String imported(Session clerk) {
        String id = UUID.randomUUID().toString();
        String path =
                "/api/v1/import-jobs?id=" + id + "&fileName=" + URLEncoder.encode("社区台账.csv", StandardCharsets.UTF_8);
        JsonNode job = clerk.exchange("POST", path, TABLE, Map.of("Content-Type", "text/csv"))
                .done()
                .json();
        clerk.exchange(
                        "POST",
                        "/api/v1/import-jobs/" + id + "/start",
                        "{\"columns\":" + job.path("columns") + "}",
                        Map.of())
                .done();
        return job.path("rows").asInt() + " 行 rows";
    }
}

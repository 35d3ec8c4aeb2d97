package io.wangge.dispatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.Urgency;
import io.wangge.contracts.callback.Grade;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.dispatch.service.RunningService.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Assets, the hard-case desk, possible duplicates and tip-offs, over HTTP with the demo district. */
class DesksIT {
    private static final String GRID = "990100001001001";
    private static final String NEXT_GRID = "990100001001002";

    private final RunningService service = RunningService.get();

    @Test
    void what_is_reported_of_an_asset_goes_to_its_owner_and_shows_both() {
        String id = send(report("0601", GRID, null, Nature.HELP, "WJ-JG-0002", null));

        Answer shown = service.await("dispatcher-1", id, 2);
        assertThat(shown.body().path("holder").path("unitId").asString("")).isEqualTo("990100-d10");
        assertThat(shown.body().path("route").path("code").asString("")).isEqualTo("asset-owner");
        assertThat(shown.body().path("asset").path("nameZh").asString("")).isEqualTo("江滨路电力井盖");
        assertThat(shown.body().path("asset").path("owner").path("nameZh").asString(""))
                .isEqualTo("云山区电力通信保障中心");
    }

    @Test
    void an_asset_alone_says_where_and_what_it_is() {
        String id = send(report(null, null, null, Nature.HELP, "QS-JG-0011", null));

        Answer shown = service.await("dispatcher-3", id, 2);
        assertThat(shown.body().path("holder").path("unitId").asString("")).isEqualTo("990100-d08");
        assertThat(shown.body().path("category").path("code").asString("")).isEqualTo("0601");
        assertThat(shown.body().path("territoryPath").toString()).contains("990100002001001");
    }

    @Test
    void an_unknown_asset_waits_for_the_dispatcher_with_the_reason() {
        String id = send(report("0601", GRID, null, Nature.HELP, "NO-SUCH-THING", null));

        Answer shown = service.await("dispatcher-2", id, 2);
        assertThat(shown.text("state")).isEqualTo("PENDING_DISPATCH");
        assertThat(shown.body().path("route").path("code").asString("")).isEqualTo("unknown-asset");
        assertThat(shown.body().path("asset").path("known").asBoolean(true)).isFalse();
    }

    @Test
    void the_nearest_assets_are_listed_with_their_owners() {
        Answer near = service.get("grid-worker-1", "/api/v1/assets?near=120.1053,30.2332&within=100");
        assertThat(texts(near, "id")).containsExactly("WJ-JG-0001", "WJ-JG-0002");
        assertThat(service.get("grid-worker-1", "/api/v1/assets/WJ-JG-0002").text("ownerId"))
                .isEqualTo("990100-d10");
        assertThat(service.get("grid-worker-1", "/api/v1/assets/none").status()).isEqualTo(404);
        for (String wrong : List.of("near=120.1", "near=x,y", "near=30,120", "near=120,30&within=0")) {
            assertThat(service.get("grid-worker-1", "/api/v1/assets?" + wrong).text("code"))
                    .isEqualTo("invalid-field");
        }
    }

    @Test
    void assets_are_reference_data_that_goes_out_and_comes_in_as_a_file() {
        String file = service.downloadText("admin-1", "/api/v1/reference/asset/export");
        assertThat(file).contains("WJ-JG-0002,0601,江滨路电力井盖,120.1055,30.2334,990100-d10");

        Answer refused = service.send(
                "admin-1",
                "POST",
                "/api/v1/reference/asset/import",
                "text/csv",
                null,
                file + "X-1,0102,垃圾桶,120.1055,30.2334,nobody\n");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body().path("findings").toString()).contains("没有权属单位 nobody", "类别 0102 不是部件类");
        assertThat(service.send("admin-1", "DELETE", "/api/v1/reference/asset/draft", "text/csv", "\"1\"", "")
                        .status())
                .isLessThan(500);
    }

    @Test
    void reports_of_one_place_are_proposed_to_the_dispatcher_until_he_says_no() {
        GeoPoint border = GeoPoint.of(120.1081, 30.2271);
        String first = send(report("0603", GRID, border, Nature.HELP, null, null));
        String second = send(report("0603", NEXT_GRID, GeoPoint.of(120.1083, 30.2270), Nature.HELP, null, null));
        String elsewhere = send(report("0603", GRID, GeoPoint.of(120.1081, 30.2301), Nature.HELP, null, null));
        String otherwise = send(report("0601", GRID, border, Nature.HELP, null, null));
        for (String id : List.of(first, second, elsewhere, otherwise)) {
            service.await("dispatcher-2", id, 2);
        }

        Answer found = service.get("dispatcher-2", "/api/v1/cases/" + first + "/duplicates");
        assertThat(texts(found, "caseId")).containsExactly(second);
        assertThat(found.body().path("items").path(0).path("metres").asInt()).isBetween(20, 25);
        assertThat(service.get("handler-1", "/api/v1/cases/" + first + "/duplicates")
                        .status())
                .isEqualTo(403);
        assertThat(service.get("dispatcher-3", "/api/v1/cases/" + first + "/duplicates")
                        .status())
                .isEqualTo(404);

        Answer dismissed = service.command(
                "dispatcher-2",
                second,
                service.get("dispatcher-2", "/api/v1/cases/" + second).version(),
                "{\"type\":\"dismiss-duplicate\",\"caseId\":\"" + first + "\",\"reason\":\"两处坑\"}");
        assertThat(dismissed.status()).isEqualTo(200);
        assertThat(texts(service.get("dispatcher-2", "/api/v1/cases/" + first + "/duplicates"), "caseId"))
                .isEmpty();
    }

    @Test
    void a_case_that_came_back_twice_is_with_the_duty_leader_and_on_his_list() {
        theLeaderIsOnDuty();
        String id = service.send(RunningService.report("0102", GRID));
        service.await("community-clerk-1", id, 2);
        step("community-clerk-1", id, "{\"type\":\"accept\"}");
        for (int round = 1; round <= 2; round++) {
            step("community-clerk-1", id, "{\"type\":\"complete\",\"text\":\"已清\"}");
            Answer checked = step("grid-worker-1", id, "{\"type\":\"check\",\"passed\":true,\"text\":\"看过\"}");
            service.answer(id + "." + round, 1, Grade.UNSATISFIED, false, true);
            service.await("inspector-1", id, checked.version() + 1);
        }

        Answer shown = service.get("leader-2", "/api/v1/cases/" + id);
        assertThat(shown.text("state")).isEqualTo("PENDING_ACCEPTANCE");
        assertThat(shown.body().path("holder").path("unitId").asString("")).isEqualTo("990100001");
        assertThat(shown.body().path("hardCase").path("leaderId").asString("")).isEqualTo("staff-leader-2");
        assertThat(texts(service.get("leader-2", "/api/v1/cases?tab=hard&limit=100"), "id"))
                .contains(id);
        assertThat(texts(service.get("leader-2", "/api/v1/cases?limit=100"), "id"))
                .contains(id);
        assertThat(texts(service.get("leader-3", "/api/v1/cases?tab=hard&limit=100"), "id"))
                .doesNotContain(id);
        assertThat(texts(service.get("community-clerk-1", "/api/v1/cases?tab=hard&limit=100"), "id"))
                .doesNotContain(id);
        assertThat(step("leader-2", id, "{\"type\":\"accept\"}").text("state")).isEqualTo("IN_PROGRESS");
        Answer given = step("leader-2", id, "{\"type\":\"dispatch\",\"unitId\":\"990100001-d02\"}");
        assertThat(given.body().path("holder").path("unitId").asString("")).isEqualTo("990100001-d02");
    }

    @Test
    void residents_who_come_to_the_window_are_with_the_duty_leader_at_once() {
        theLeaderIsOnDuty();
        String id = send(report("0102", GRID, null, Nature.COMPLAINT, null, true));

        Answer shown = service.await("leader-2", id, 2);
        assertThat(shown.body().path("hardCase").path("cause").asString("")).isEqualTo("resident");
        assertThat(shown.body().path("holder").path("unitId").asString("")).isEqualTo("990100001");
    }

    @Test
    void whoever_holds_a_tip_off_learns_nothing_of_its_reporter() {
        Received tipOff = report("0601", GRID, null, Nature.TIP_OFF, null, null);
        String id = send(tipOff);
        service.await("handler-5", id, 2);

        for (String holder : List.of("handler-5", "handler-1", "leader-2", "community-clerk-1", "admin-1")) {
            for (String path : List.of(
                    "/api/v1/cases/" + id,
                    "/api/v1/cases?tab=all&limit=100&caseNumber="
                            + service.get("dispatcher-2", "/api/v1/cases/" + id).text("caseNumber"))) {
                assertThat(service.get(holder, path).body().toString())
                        .as(holder + " " + path)
                        .doesNotContain("resident-secret", "staff-grid-worker-9");
            }
        }
        String export = new String(
                service.download(
                                "handler-5",
                                "/api/v1/cases/export?format=csv&trackingNumber=" + tipOff.trackingNumber())
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(export).contains(tipOff.trackingNumber()).doesNotContain("staff-grid-worker-9", "沈国平");
        assertThat(texts(service.get("handler-5", "/api/v1/cases?tab=all&person=staff-grid-worker-9"), "id"))
                .doesNotContain(id);
        Answer taken = service.command("handler-5", id, 2, "{\"type\":\"accept\"}");
        assertThat(taken.body().toString()).doesNotContain("resident-secret", "staff-grid-worker-9");

        for (String confidant :
                List.of("dispatcher-2", "callback-clerk-1", "inspector-2", "auditor-1", "grid-worker-9")) {
            Answer shown = service.get(confidant, "/api/v1/cases/" + id);
            assertThat(shown.text("residentId")).as(confidant).isEqualTo("resident-secret");
            assertThat(shown.body().path("firstReceiver").path("id").asString(""))
                    .isEqualTo("staff-grid-worker-9");
        }
    }

    /** Other tests of the same service have rosters of their own. */
    private void theLeaderIsOnDuty() {
        String path = "/api/v1/reference/duty-roster/draft";
        String line = "{\"rows\": [{\"id\": \"window\", \"unitId\": \"990100001\", \"task\": \"一号窗口\","
                + " \"staffId\": \"staff-leader-2\", \"from\": \"2026-01-01\", \"to\": \"2099-12-31\"}]}";
        Answer draft = service.send("admin-1", "PUT", path, "application/json", null, line);
        assertThat(service.send("admin-1", "POST", path + "/activation", "application/json", draft.etag(), "{}")
                        .status())
                .isEqualTo(200);
    }

    private Answer step(String user, String id, String command) {
        long version = service.get(user, "/api/v1/cases/" + id).version();
        Answer answer = service.command(user, id, version, command);
        assertThat(answer.status())
                .as("%s by %s: %s", command, user, answer.json())
                .isEqualTo(200);
        return answer;
    }

    private String send(Received report) {
        return service.send(report);
    }

    private static Received report(
            @Nullable String category,
            @Nullable String grid,
            @Nullable GeoPoint place,
            Nature nature,
            @Nullable String assetId,
            @Nullable Boolean hardCase) {
        String id = UUID.randomUUID().toString();
        return new Received(
                id,
                "WG" + id.substring(0, 8),
                Channel.RECEPTION,
                nature,
                category,
                new Erasable("请尽快处理", "00ff"),
                place,
                grid,
                null,
                Urgency.NORMAL,
                Actor.staff("staff-grid-worker-9", "990100002001003"),
                "resident-secret",
                null,
                Instant.parse("2026-11-22T08:00:00Z"),
                null,
                assetId,
                hardCase);
    }

    private static List<String> texts(Answer list, String field) {
        return StreamSupport.stream(list.body().path("items").spliterator(), false)
                .map(item -> item.path(field).asString(""))
                .toList();
    }
}

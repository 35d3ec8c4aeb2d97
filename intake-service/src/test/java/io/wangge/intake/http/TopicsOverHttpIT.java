package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.ADMIN;
import static io.wangge.intake.YunshanDirectory.LEADER;
import static io.wangge.intake.YunshanDirectory.STRANGER;
import static io.wangge.intake.YunshanDirectory.WEST;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.intake.YunshanDirectory;
import io.wangge.intake.http.RunningIntake.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TopicsOverHttpIT {
    private static RunningIntake intake;
    private static String number = "";
    private static String first = "";

    @BeforeAll
    static void four_neighbours_complain_of_the_same() throws Exception {
        List<Item> items = new ArrayList<>(YunshanDirectory.items(1));
        items.add(YunshanDirectory.category("1201", 1, "CONDUCT", "作风", "服务态度生硬", "对群众冷硬横推"));
        intake = new RunningIntake(items, "--grid.topics.every=1s");
        for (int i = 0; i < 4; i++) {
            String id = UUID.randomUUID().toString();
            Answer receipt = intake.post(
                    WORKER,
                    ("{'id':'%s','category':'0102','gridCode':'%s','text':'垃圾房臭气熏天%d','resident':{'phone':'1380013800%d'}}")
                            .formatted(id, WEST, i, i)
                            .replace('\'', '"'));
            assertThat(receipt.status()).isEqualTo(201);
            first = i == 0 ? id : first;
            number = receipt.text("trackingNumber");
        }
        await().atMost(Duration.ofSeconds(40))
                .until(() -> topic(LEADER).path("people").asInt() == 4);
    }

    @AfterAll
    static void close() {
        intake.close();
    }

    private static JsonNode topic(String staffId) throws Exception {
        return intake.get(staffId, "/api/v1/topics?conduct=false")
                .json()
                .path("items")
                .path(0);
    }

    private static Answer send(String staffId, String method, String path, String body) throws Exception {
        HttpRequest.Builder request = staffId.isEmpty() ? intake.request(path) : intake.as(staffId, path);
        return intake.send(request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    @Test
    void a_topic_counts_people_is_opened_down_to_its_reports_and_is_nobodys_business_elsewhere() throws Exception {
        JsonNode topic = topic(LEADER);
        assertThat(topic.path("unitId").asString()).isEqualTo("c1");
        assertThat(topic.path("reports").asInt()).isEqualTo(4);
        assertThat(topic.path("months").get(0).path("people").asInt()).isGreaterThanOrEqualTo(4);
        String path = "/api/v1/topics/" + topic.path("id").asString();
        assertThat(intake.get(LEADER, path + "/reports").json().path("items")).hasSize(4);
        assertThat(intake.get(STRANGER, path).status()).isEqualTo(404);
        assertThat(intake.get(STRANGER, "/api/v1/topics").json().path("items")).isEmpty();
    }

    @Test
    void a_follower_counts_and_a_rebuild_comes_out_the_same() throws Exception {
        assertThat(send(
                                WORKER,
                                "POST",
                                "/api/v1/reports/" + first + "/followers",
                                "{'id':'" + UUID.randomUUID() + "','resident':{'phone':'13900139777'}}")
                        .status())
                .isEqualTo(201);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> topic(LEADER).path("people").asInt() == 5);
        JsonNode before = topic(LEADER);

        assertThat(send(WORKER, "POST", "/api/v1/topics/rebuild", "").status()).isEqualTo(403);
        assertThat(send(ADMIN, "POST", "/api/v1/topics/rebuild", "").status()).isEqualTo(202);

        await().atMost(Duration.ofSeconds(20)).until(() -> topic(LEADER).equals(before));
    }

    @Test
    void a_topic_becomes_a_public_project_that_neighbours_rate() throws Exception {
        String topicId = topic(LEADER).path("id").asString();
        String id = UUID.randomUUID().toString();
        String plan = "{'id':'" + id + "','title':'改造垃圾房','topicId':'" + topicId
                + "','ownerUnitId':'s1','deadline':'2026-12-31'}";

        assertThat(send(WORKER, "POST", "/api/v1/projects", plan).status()).isEqualTo(403);
        assertThat(send(LEADER, "POST", "/api/v1/projects", plan).status()).isEqualTo(200);
        assertThat(send(LEADER, "POST", "/api/v1/projects", plan).status()).isEqualTo(200);
        assertThat(send(LEADER, "POST", "/api/v1/projects", plan.replace("改造", "拆除"))
                        .status())
                .isEqualTo(409);
        String step = "{'id':'" + UUID.randomUUID() + "','percent':100,'text':'已完工'}";
        assertThat(send(LEADER, "POST", "/api/v1/projects/" + id + "/progress", step)
                        .json()
                        .path("done")
                        .asBoolean())
                .isTrue();
        String ratings = "/api/v1/published/projects/" + id + "/ratings";
        String rating = "{'trackingNumber':'" + number + "','grade':'SATISFIED'}";
        assertThat(send("", "POST", ratings, rating).status()).isEqualTo(204);
        assertThat(send("", "POST", ratings, rating).status()).isEqualTo(204);
        assertThat(send("", "POST", ratings, "{'trackingNumber':'000','grade':'FAIR'}")
                        .status())
                .isEqualTo(404);

        JsonNode published = send("", "GET", "/api/v1/published/projects", "")
                .json()
                .path("items")
                .get(0);

        assertThat(published.path("title").asString()).isEqualTo("改造垃圾房");
        assertThat(published.path("peopleAtStart").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(published.path("ratings").path("SATISFIED").asInt()).isEqualTo(1);
    }

    /** 双十: ten of conduct and ten of all else; what most people speak of comes first. */
    @Test
    void those_of_conduct_are_proposed_apart_by_how_many_people_speak_of_them() throws Exception {
        for (int i = 0; i < 7; i++) {
            String report =
                    "{'id':'%s','category':'1201','gridCode':'%s','text':'窗口态度生硬%d','resident':{'phone':'1390013811%d'}}"
                            .formatted(UUID.randomUUID(), WEST, i, i);
            assertThat(intake.post(WORKER, report.replace('\'', '"')).status()).isEqualTo(201);
        }
        await().atMost(Duration.ofSeconds(40))
                .until(() -> topics("?conduct=true").path(0).path("people").asInt() == 7);

        assertThat(topics("?conduct=true"))
                .hasSize(1)
                .allSatisfy(one -> assertThat(one.path("category").asString()).isEqualTo("1201"));
        assertThat(topics("?conduct=false"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("category").asString()).isNotEqualTo("1201"));
        List<Integer> people =
                topics("").valueStream().map(one -> one.path("people").asInt()).toList();
        assertThat(people).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void a_list_of_ten_has_no_eleventh() throws Exception {
        String eleven = String.join(",", Collections.nCopies(11, "{'title':'垃圾房臭气'}"));
        assertThat(send(LEADER, "PUT", "/api/v1/lists-of-ten/2026/CLOSEST", "{'items':[" + eleven + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(send(LEADER, "PUT", "/api/v1/lists-of-ten/2026/CLOSEST", "{'items':[]}")
                        .status())
                .isEqualTo(400);
    }

    private static JsonNode topics(String query) throws Exception {
        return intake.get(LEADER, "/api/v1/topics" + query).json().path("items");
    }

    @Test
    void the_lists_of_ten_are_decided_by_a_leader_and_read_by_everybody() throws Exception {
        String topicId = topic(LEADER).path("id").asString();
        String list = "{'items':[{'title':'垃圾房臭气','topicId':'" + topicId + "'}]}";

        assertThat(send(WORKER, "PUT", "/api/v1/lists-of-ten/2026/CLOSEST", list)
                        .status())
                .isEqualTo(403);
        assertThat(send(LEADER, "PUT", "/api/v1/lists-of-ten/2026/CLOSEST", list)
                        .status())
                .isEqualTo(200);
        assertThat(send(LEADER, "PUT", "/api/v1/lists-of-ten/2026/OTHER", list).status())
                .isEqualTo(400);

        JsonNode published = send("", "GET", "/api/v1/published/lists-of-ten/2026", "")
                .json()
                .path("items");

        assertThat(published).hasSize(1);
        assertThat(published.get(0).path("items").get(0).path("people").asInt()).isGreaterThanOrEqualTo(4);
    }
}

package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.OTHER_WORKER;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.Topics;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.http.RunningIntake.Answer;
import io.wangge.intake.photo.CameraPictures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A day in the field without network, brought home over one that breaks (issue: Shows 2). */
class FieldDayIT {
    private static final int REPORTS = 150;
    private static RunningIntake intake;

    @BeforeAll
    static void start() throws Exception {
        intake = new RunningIntake();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void a_hundred_and_fifty_reports_with_photos_arrive_exactly_once_over_a_network_that_breaks() throws Exception {
        List<String> queue = new ArrayList<>();
        Map<String, byte[]> photos = new HashMap<>();
        Set<String> reports = new HashSet<>();
        for (int i = 0; i < REPORTS; i++) {
            String report = UUID.randomUUID().toString();
            String photo = UUID.randomUUID().toString();
            byte[] picture = CameraPictures.jpeg(240, 180, i);
            reports.add(report);
            photos.put(photo, picture);
            queue.add(reportItem(report, i));
            queue.add(photoItem(photo, report, picture.length)
                    .replace("\"size\"", "\"sha256\":\"" + sha256(picture) + "\",\"size\""));
        }
        Random random = new Random(20261122);
        Collections.shuffle(queue, random);

        int breaks = broughtHome(queue, photos, 1) + broughtHome(queue, photos, 2);

        assertThat(breaks).as("the network did break").isGreaterThan(50);
        List<String> heard = intake.broker.heard(Topics.REPORTS, REPORTS).stream()
                .map(event -> ((Received) event.body()).reportId())
                .toList();
        assertThat(new HashSet<>(heard)).isEqualTo(reports);
        assertThat(tracked()).isEqualTo(REPORTS);
        for (String photo : photos.keySet()) {
            Answer stands = intake.get(WORKER, "/api/v1/attachments/" + photo);
            assertThat(stands.text("state")).isEqualTo("STORED");
            assertThat(reports).contains(stands.text("ownerId"));
        }
    }

    /** All of it once, as a phone does it: reports and declarations in batches, then what is missing of each photo. */
    private static int broughtHome(List<String> queue, Map<String, byte[]> photos, long seed) throws Exception {
        try (BreakingNetwork network = new BreakingNetwork(intake.port(), 60_000, seed);
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build()) {
            for (int from = 0; from < queue.size(); from += 60) {
                synced(http, network, queue.subList(from, Math.min(queue.size(), from + 60)));
            }
            TusClient phone = new TusClient(http, path -> through(network, path));
            for (Map.Entry<String, byte[]> photo : photos.entrySet()) {
                uploaded(phone, photo.getKey(), photo.getValue());
            }
            return network.breaks();
        }
    }

    private static void synced(HttpClient http, BreakingNetwork network, List<String> items) throws Exception {
        String body = "{\"items\":[" + String.join(",", items) + "]}";
        for (int tried = 0; tried < 500; tried++) {
            try {
                HttpResponse<String> answer = http.send(
                        through(network, "/api/v1/reports/sync")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
                JsonNode answered = JsonMapper.shared().readTree(answer.body()).path("items");
                assertThat(answered.size()).isEqualTo(items.size());
                assertThat(answered.valueStream()
                                .map(item -> item.path("outcome").asString()))
                        .as(answer.body())
                        .isSubsetOf("STORED", "ALREADY_STORED");
                return;
            } catch (IOException e) {
                // It broke: the same again.
            }
        }
        throw new AssertionError("A batch never came through");
    }

    private static void uploaded(TusClient phone, String id, byte[] picture) throws Exception {
        for (int tried = 0; tried < 500; tried++) {
            try {
                long offset = phone.offset(id);
                assertThat(offset).as(() -> stateOf(id)).isNotNegative();
                if (offset == picture.length) {
                    return;
                }
                phone.send(id, picture, offset, picture.length);
            } catch (IOException e) {
                // It broke: what came need not come again.
            }
        }
        throw new AssertionError("A photo never came through");
    }

    private static String stateOf(String id) {
        try {
            return intake.get(WORKER, "/api/v1/attachments/" + id).raw().body();
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static HttpRequest.Builder through(BreakingNetwork network, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + network.port() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + intake.tokens.valid(WORKER));
    }

    private static int tracked() throws Exception {
        int count = 0;
        String cursor = "";
        do {
            JsonNode page =
                    intake.get(WORKER, "/api/v1/reports?mine&cursor=" + cursor).json();
            count += page.path("items").size();
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return count;
    }

    @Test
    void one_bad_item_never_harms_another_and_each_says_why() throws Exception {
        String good = UUID.randomUUID().toString();
        String photo = UUID.randomUUID().toString();
        String elsewhere = UUID.randomUUID().toString();
        String items = String.join(
                ",",
                photoItem(photo, good, 1000).replace("\"size\":1000", "\"size\":99999999"),
                "{\"kind\":\"REPORT\",\"report\":{\"id\":\"7\"}}",
                "{\"kind\":\"REPORT\",\"report\":{\"id\":\"" + elsewhere + "\",\"text\":{\"a\":[1]}}}",
                "{\"kind\":\"REPORT\",\"report\":17}",
                "{\"kind\":\"DREAM\"}",
                "null",
                "[]",
                reportOf(good),
                reportOf(good),
                "{\"kind\":\"ATTACHMENT\"}");

        Answer answer = sync(OTHER_WORKER, "{\"items\":[" + items + "]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("serverTime")).endsWith("+08:00");
        List<String> outcomes = answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("outcome").asString())
                .toList();
        assertThat(outcomes.subList(0, 7)).containsOnly("REFUSED");
        assertThat(outcomes.subList(7, 9)).containsExactlyInAnyOrder("STORED", "ALREADY_STORED");
        assertThat(outcomes.get(9)).isEqualTo("REFUSED");
        JsonNode first = answer.json().path("items").path(0);
        assertThat(first.path("id").asString()).isEqualTo(photo);
        assertThat(first.path("problem").path("errors").path(0).path("remedy").asString())
                .isNotBlank();
        assertThat(answer.json()
                        .path("items")
                        .path(1)
                        .path("problem")
                        .path("remedy")
                        .asString())
                .isNotBlank();
    }

    @Test
    void more_than_two_hundred_items_or_no_batch_at_all_are_refused_whole() throws Exception {
        String many = String.join(",", Collections.nCopies(201, "{}"));

        assertThat(sync(WORKER, "{\"items\":[" + many + "]}").text("code")).isEqualTo("invalid-field");
        assertThat(sync(WORKER, "{\"items\":7}").text("code")).isEqualTo("malformed-json");
        assertThat(sync(WORKER, "{}").json().path("items").size()).isZero();
    }

    @Test
    void two_hundred_long_reports_fit_and_what_changed_since_is_told() throws Exception {
        String before = sync(OTHER_WORKER, "{}").text("serverTime");
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            items.add(reportOf(UUID.randomUUID().toString()).replace("井盖破损", "长".repeat(2000)));
        }
        Answer answer = sync(OTHER_WORKER, "{\"items\":[" + String.join(",", items) + "]}");
        assertThat(answer.json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("outcome").asString()))
                .hasSize(200)
                .containsOnly("STORED");

        Answer changed = intake.get(OTHER_WORKER, "/api/v1/reports?mine&changedSince=" + before);
        assertThat(changed.json().path("items").size()).isEqualTo(50);
        assertThat(changed.text("nextCursor")).isNotEmpty();
        assertThat(changed.text("serverTime")).isNotEmpty();
        assertThat(intake.get(OTHER_WORKER, "/api/v1/reports?mine&changedSince=2099-01-01T00:00:00Z")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(intake.get(OTHER_WORKER, "/api/v1/reports?mine&changedSince=soon")
                        .text("code"))
                .isEqualTo("invalid-field");
    }

    @Test
    void the_field_pack_has_own_and_neighbouring_grids_and_is_sent_once() throws Exception {
        // What is learnt at the start is in the pack, and must not come between two looks.
        Answer pack = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> intake.get(WORKER, "/api/v1/field-pack"),
                        answer -> answer.json().has("suggestionModel"));

        assertThat(pack.json()
                        .path("grids")
                        .valueStream()
                        .map(grid ->
                                grid.path("code").asString() + grid.path("own").asBoolean()))
                .containsExactly("990100001001001true", "990100001001002false");
        assertThat(pack.json().path("natures").size()).isEqualTo(5);
        JsonNode lamp = pack.json()
                .path("categories")
                .valueStream()
                .filter(category -> category.path("id").asString().equals("0602"))
                .findFirst()
                .orElseThrow();
        assertThat(lamp.path("pinyin").asString()).startsWith("lu");
        assertThat(lamp.path("initials").asString()).startsWith("ld");
        assertThat(lamp.path("handling").path("amount").asInt()).isPositive();
        assertThat(pack.json().at("/limits/syncItems").asInt()).isEqualTo(200);
        assertThat(pack.json().at("/suggestionModel/version").asLong()).isPositive();
        assertThat(intake.get(WORKER, pack.json().at("/suggestionModel/href").asString())
                        .status())
                .isEqualTo(200);
        String tag = pack.raw().headers().firstValue("ETag").orElseThrow();
        assertThat(tag)
                .contains("-m" + pack.json().at("/suggestionModel/version").asLong() + "-");
        assertThat(intake.send(intake.as(WORKER, "/api/v1/field-pack").header("If-None-Match", tag))
                        .status())
                .isEqualTo(304);
        assertThat(intake.send(intake.as(OTHER_WORKER, "/api/v1/field-pack").header("If-None-Match", tag))
                        .status())
                .isEqualTo(200);
    }

    private static Answer sync(String staffId, String body) throws Exception {
        return intake.post(staffId, "/api/v1/reports/sync", body);
    }

    private static String reportOf(String id) {
        return reportItem(id, 0);
    }

    private static String reportItem(String id, int i) {
        return """
                {"kind":"REPORT","report":{"id":"%s","text":"井盖破损","channel":"PATROL","accuracyMetres":8.5,
                "observedAt":"2026-11-22T09:%02d:00+08:00","location":{"type":"Point","coordinates":[120.11,30.21]}}}""".formatted(id, i % 60);
    }

    private static String photoItem(String id, String report, int size) {
        return """
                {"kind":"ATTACHMENT","attachment":{"id":"%s","ownerKind":"REPORT","ownerId":"%s","size":%d}}""".formatted(id, report, size);
    }
}

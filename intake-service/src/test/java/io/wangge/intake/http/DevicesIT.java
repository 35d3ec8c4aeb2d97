package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.ADMIN;
import static io.wangge.intake.YunshanDirectory.AGENT;
import static io.wangge.intake.YunshanDirectory.HOLDER;
import static io.wangge.intake.YunshanDirectory.WEST;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.Topics;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.intake.CaseNews;
import io.wangge.intake.http.RunningIntake.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DevicesIT {
    private static RunningIntake intake;

    private final String device = "cover-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        intake = new RunningIntake();
        assertThat(intake.put(
                                ADMIN,
                                "/api/v1/device-kinds/tilt",
                                "{\"nameZh\": \"井盖倾角\", \"nameEn\": \"Tilt\", \"unit\": \"°\", \"above\": 15,"
                                        + " \"inARow\": 2, \"category\": \"0102\"}")
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void one_broken_sensor_makes_one_case_however_much_it_says_and_another_after_that_closed() throws Exception {
        String key = registered();
        Set<String> reports = new HashSet<>();
        List<Future<Answer>> answers = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                answers.add(callers.submit(() -> send(key, uuid(), "2026-11-22T08:00:00Z", 40, 41)));
            }
        }
        for (Future<Answer> answer : answers) {
            JsonNode tilt = answer.get().json().path("kinds").path(0);
            reports.add(tilt.path("reportId").asString());
        }
        assertThat(reports).hasSize(1);
        String report = reports.iterator().next();
        JsonNode filed = intake.get(HOLDER, "/api/v1/reports/" + report).json();
        assertThat(filed.path("channel").asString()).isEqualTo("SENSOR");
        assertThat(filed.path("source").path("reference").asString()).isEqualTo(device);
        assertThat(filed.path("text").asString()).contains("井盖倾角", "时钟偏差");
        assertThat(filed.path("gridCode").asString()).isEqualTo(WEST);
        JsonNode shown = intake.get(ADMIN, "/api/v1/devices/" + device).json();
        assertThat(shown.path("alarms").path(0).path("counted").asLong()).isEqualTo(40);

        intake.broker.say(
                Topics.CASES,
                report,
                CaseNews.of(
                        report,
                        1,
                        CaseState.CLOSED,
                        Instant.parse("2026-11-22T09:00:00Z"),
                        new CaseEvent.Closed(CaseEvent.CloseReason.UNCONFIRMED, null, true)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> intake.get(AGENT, "/api/v1/reports/" + report)
                        .json()
                        .path("case")
                        .path("state")
                        .asString("")
                        .equals("CLOSED"));
        assertThat(send(key, uuid(), null, 3)
                        .json()
                        .path("kinds")
                        .path(0)
                        .path("reportId")
                        .asString())
                .isEqualTo(report);
        JsonNode next = send(key, uuid(), null, 40, 40).json().path("kinds").path(0);
        assertThat(next.path("fired").asBoolean()).isTrue();
        assertThat(next.path("reportId").asString()).isNotEqualTo(report);
    }

    @Test
    void a_bad_reading_is_refused_alone_and_a_repeated_batch_counts_once() throws Exception {
        String key = registered();
        String batch = uuid();
        String body = ("{\"id\": \"%s\", \"readings\": [{\"kind\": \"tilt\", \"value\": 40}, {\"kind\": \"smell\","
                        + " \"value\": 1}, {\"kind\": \"tilt\"}, {\"kind\": \"tilt\", \"value\": 41}]}")
                .formatted(batch);
        Answer first = measured(key, body);
        Answer again = measured(key, body);

        assertThat(first.status()).as(first.raw().body()).isEqualTo(200);
        assertThat(first.json().path("refused").size()).isEqualTo(2);
        assertThat(first.json().path("refused").path(0).path("reason").asString())
                .isEqualTo("unknown-reading-kind");
        assertThat(first.json().path("kinds").path(0).path("fired").asBoolean()).isTrue();
        assertThat(again.json().path("kinds").path(0).path("counted").asLong()).isEqualTo(2);
        assertThat(again.json().path("kinds").path(0).path("fired").asBoolean()).isFalse();
    }

    @Test
    void only_the_latest_key_opens_and_a_device_gone_wild_is_told_to_wait() throws Exception {
        String old = registered();
        String key =
                intake.post(ADMIN, "/api/v1/devices/" + device + "/keys", "{}").text("key");

        assertThat(send(old, uuid(), null, 3).text("code")).isEqualTo("device-key-wrong");
        assertThat(send(device + ".guessed", uuid(), null, 3).status()).isEqualTo(401);
        assertThat(intake.post(WORKER, "/api/v1/devices/" + device + "/keys", "{}")
                        .status())
                .isEqualTo(403);
        int status = 200;
        for (int i = 0; i < 200 && status == 200; i++) {
            status = send(key, uuid(), null, 3).status();
        }
        assertThat(status).isEqualTo(429);
    }

    private String registered() throws Exception {
        Answer put = intake.put(
                ADMIN,
                "/api/v1/devices/" + device,
                ("{\"name\": \"江滨路7号井盖\", \"unitId\": \"c1\", \"keeperId\": \"%s\", \"gridCode\": \"%s\"}")
                        .formatted(HOLDER, WEST));
        assertThat(put.status()).as(put.raw().body()).isEqualTo(200);
        return intake.post(ADMIN, "/api/v1/devices/" + device + "/keys", "{}").text("key");
    }

    private static Answer send(String key, String batch, String deviceTime, double... values) throws Exception {
        StringBuilder readings = new StringBuilder();
        for (double value : values) {
            readings.append(readings.isEmpty() ? "" : ",")
                    .append("{\"kind\": \"tilt\", \"value\": ")
                    .append(value)
                    .append("}");
        }
        return measured(
                key,
                "{\"id\": \"%s\", %s \"readings\": [%s]}"
                        .formatted(
                                batch, deviceTime == null ? "" : "\"deviceTime\": \"" + deviceTime + "\",", readings));
    }

    private static Answer measured(String key, String body) throws Exception {
        return intake.send(intake.request("/api/v1/devices/readings")
                .header("Content-Type", "application/json")
                .header("X-Device-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}

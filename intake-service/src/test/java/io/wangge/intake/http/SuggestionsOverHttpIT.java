package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.intake.http.RunningIntake.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SuggestionsOverHttpIT {
    private static RunningIntake intake;

    @BeforeAll
    static void open() throws Exception {
        intake = new RunningIntake();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> intake.get(WORKER, "/api/v1/field-pack/suggestion-model")
                                .status()
                        == 200);
    }

    @AfterAll
    static void close() {
        intake.close();
    }

    @Test
    void a_text_is_told_with_confidence_and_reasons_and_nothing_is_decided() throws Exception {
        Answer answer = intake.post(WORKER, "/api/v1/categories/suggestions", "{\"text\":\"江滨苑路灯不亮\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("modelVersion").asLong()).isPositive();
        assertThat(answer.json().path("items").get(0).path("category").asString())
                .isEqualTo("0602");
        assertThat(answer.json().path("items").get(0).path("confidence").asDouble())
                .isBetween(0.0, 1.0);
        assertThat(answer.json().path("items").get(0).path("words").get(0).asString())
                .isNotBlank();
        assertThat(intake.get(WORKER, "/api/v1/categories/suggestions?text=")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(intake.post(WORKER, "/api/v1/categories/suggestions", "{\"text\":\"" + "长".repeat(2001) + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_urgent_word_raises_urgency_and_the_reason_is_noted() throws Exception {
        String id = UUID.randomUUID().toString();
        assertThat(intake.post(WORKER, "{\"id\":\"" + id + "\",\"text\":\"3号楼厨房起火\",\"gridCode\":\"990100001001001\"}")
                        .status())
                .isEqualTo(201);

        Answer report = intake.get(WORKER, "/api/v1/reports/" + id);

        assertThat(report.text("urgency")).isEqualTo("EMERGENCY");
        assertThat(report.text("urgencyRaisedBy")).isEqualTo("起火");
    }

    @Test
    void a_phone_asks_for_the_model_once_and_only_an_administrator_sets_urgent_words() throws Exception {
        Answer model = intake.get(WORKER, "/api/v1/field-pack/suggestion-model");
        String tag = model.raw().headers().firstValue("ETag").orElseThrow();

        Answer again = intake.send(
                intake.as(WORKER, "/api/v1/field-pack/suggestion-model").header("If-None-Match", tag));

        assertThat(model.json().path("categories")).isNotEmpty();
        assertThat(model.json().path("words")).isNotEmpty();
        assertThat(again.status()).isEqualTo(304);
        Answer set = intake.send(intake.as(WORKER, "/api/v1/urgent-words")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"words\":[\"着火\"]}")));
        assertThat(set.status()).isEqualTo(403);
        assertThat(intake.get(WORKER, "/api/v1/urgent-words").json().path("words"))
                .isNotEmpty();
    }
}

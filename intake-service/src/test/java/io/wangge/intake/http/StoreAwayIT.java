package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.Topics;
import io.wangge.intake.http.RunningIntake.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoreAwayIT {
    @Test
    void while_the_store_is_away_the_answer_is_to_repeat_and_the_repeat_succeeds_once() throws Exception {
        try (RunningIntake intake = new RunningIntake()) {
            String body = "{\"id\":\"%s\",\"text\":\"暴雨积水\",\"resident\":{\"phone\":\"13800000001\"}}"
                    .formatted(UUID.randomUUID());
            assertThat(intake.post(WORKER, body.replace("暴雨", "小雨").replaceFirst("[0-9a-f]{8}", "00000000"))
                            .status())
                    .isEqualTo(201);

            String queued = "{\"id\":\"%s\",\"text\":\"离线时记下的\"}".formatted(UUID.randomUUID());

            intake.backend.mongod().kill();
            Answer away = intake.post(WORKER, body);
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.text("code")).isIn("store-unavailable", "outcome-unknown");
            assertThat(away.text("remedy")).contains("同一编号");
            assertThat(away.raw().headers().firstValue("Retry-After")).isPresent();

            // A phone is told to come again with it, and of what is wrong in itself that it is: nothing is ever
            // dropped.
            String batch = "{\"items\":[{\"kind\":\"REPORT\",\"report\":" + queued + "},{\"kind\":\"DREAM\"}]}";
            assertThat(outcomes(intake, batch)).containsExactly("TRY_AGAIN", "REFUSED");

            intake.backend.mongod().start();
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> intake.post(WORKER, body).status(), status -> status == 201 || status == 200);
            assertThat(intake.post(WORKER, body).status()).isEqualTo(200);
            assertThat(outcomes(intake, batch)).containsExactly("STORED", "REFUSED");
            assertThat(outcomes(intake, batch)).containsExactly("ALREADY_STORED", "REFUSED");
            assertThat(intake.broker.heard(Topics.REPORTS, 3))
                    .extracting(event -> event.stream())
                    .hasSizeGreaterThanOrEqualTo(3)
                    .satisfies(
                            streams -> assertThat(streams.stream().distinct()).hasSize(3));
        }
    }

    private static List<String> outcomes(RunningIntake intake, String batch) throws Exception {
        return intake.post(WORKER, "/api/v1/reports/sync", batch)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("outcome").asString())
                .toList();
    }
}

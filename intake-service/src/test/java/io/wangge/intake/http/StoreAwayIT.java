package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.Topics;
import io.wangge.intake.http.RunningIntake.Answer;
import java.time.Duration;
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

            intake.backend.mongod().kill();
            Answer away = intake.post(WORKER, body);
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.text("code")).isIn("store-unavailable", "outcome-unknown");
            assertThat(away.text("remedy")).contains("同一编号");
            assertThat(away.raw().headers().firstValue("Retry-After")).isPresent();

            intake.backend.mongod().start();
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> intake.post(WORKER, body).status(), status -> status == 201 || status == 200);
            assertThat(intake.post(WORKER, body).status()).isEqualTo(200);
            assertThat(intake.broker.heard(Topics.REPORTS, 2))
                    .extracting(event -> event.stream())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .satisfies(
                            streams -> assertThat(streams.stream().distinct()).hasSize(2));
        }
    }
}

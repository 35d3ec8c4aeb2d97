package io.wangge.ledger.http.rating;

import static io.wangge.ledger.http.Answers.assertProblem;
import static io.wangge.ledger.http.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import io.wangge.ledger.http.RunningLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Windows, their devices, and the week's ranking: at the HTTP door. */
class RatingIT {
    private static final String LEADER = "s-leader-1";
    private static final String WINDOW =
            "{\"nameZh\":\"社保窗口\",\"unitId\":\"u-community-1\",\"staffId\":\"s-handler-1\",\"staffNumber\":\"007\"}";

    @AutoClose
    private static final RunningLedger LEDGER = new RunningLedger();

    @Test
    void aWindowsDeviceTakesGradesWithoutALoginAndTheyStandInTheLedgerAndTheRanking() throws Exception {
        // All that follows lies in one week, also in the night to Monday.
        await().atMost(Duration.ofMinutes(3))
                .until(() -> week(Duration.ofMinutes(2)).equals(week()));
        ok(LEDGER.put(LEADER, "/api/v1/ratings/windows/w-1", WINDOW), 200);
        String token = ok(LEDGER.post(LEADER, "/api/v1/ratings/windows/w-1/device", "{}"), 201)
                .get("token")
                .asString();
        String device = "/api/v1/ratings/by-device/" + token;
        JsonNode shown = ok(LEDGER.get(null, device), 200);
        assertThat(shown.get("staffName").asString()).isEqualTo("经办人甲");
        assertThat(shown.get("staffNumber").asString()).isEqualTo("007");

        String first = UUID.randomUUID().toString();
        ok(LEDGER.post(null, device, rating(first, "VERY_SATISFIED", "[]")), 200);
        ok(LEDGER.post(null, device, rating(first, "VERY_SATISFIED", "[]")), 200);
        assertProblem(LEDGER.post(null, device, rating(first, "FAIR", "[]")), 409, "same-id-other-content");
        for (int i = 0; i < 4; i++) {
            ok(LEDGER.post(null, device, rating(UUID.randomUUID().toString(), "SATISFIED", "[]")), 200);
        }
        ok(LEDGER.post(null, device, rating(UUID.randomUUID().toString(), "UNSATISFIED", "[\"DELAY\"]")), 200);
        ok(
                LEDGER.post(
                        "s-grid-worker-1",
                        "/api/v1/ratings",
                        rating(UUID.randomUUID().toString(), "FAIR", "[]")),
                200);

        JsonNode ranking = ok(LEDGER.get(LEADER, "/api/v1/ratings/ranking?week=" + week()), 200);
        assertThat(ranking.get("star").get("id").asString()).isEqualTo("s-handler-1");
        assertThat(ranking.get("star").get("count").asInt()).isEqualTo(6);
        assertThat(ranking.get("star").get("points").asDouble()).isEqualTo(70.0);
        JsonNode zeros = ok(LEDGER.get(LEADER, "/api/v1/ratings/five-zeros?week=" + week()), 200)
                .get("items");
        assertThat(zeros.get(3).get("count").asInt()).isEqualTo(1);
        assertThat(zeros.get(4).get("code").asString()).isEqualTo("COMPLAINT");
        assertThat(zeros.get(4).get("count").asInt()).isEqualTo(1);
        assertThat(zeros.get(0).get("kept").asBoolean()).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> stands("rating/" + first + "/1"));
    }

    @Test
    void eachWrongRatingIsRefusedWithItsCode() throws Exception {
        assertProblem(LEDGER.get(null, "/api/v1/ratings/by-device/none"), 404, "device-unknown");
        assertProblem(
                LEDGER.post("s-grid-worker-1", "/api/v1/ratings", rating("nine", "SUPERB", "[\"X\"]")),
                400,
                "invalid-field");
        assertProblem(LEDGER.put("s-handler-1", "/api/v1/ratings/windows/w-2", WINDOW), 403, "not-allowed");
        assertProblem(LEDGER.get(LEADER, "/api/v1/ratings/ranking?week=10"), 400, "invalid-field");
        assertProblem(LEDGER.post(null, "/api/v1/ratings", "{}"), 401, "not-signed-in");
    }

    private static boolean stands(String entryId) {
        return LEDGER.bean(MongoClient.class)
                        .getDatabase(LEDGER.database())
                        .getCollection("entries")
                        .countDocuments(Filters.eq("_id", entryId))
                == 1;
    }

    private static String week() {
        return week(Duration.ZERO);
    }

    private static String week(Duration ahead) {
        return LocalDate.ofInstant(Instant.now().plus(ahead), ZoneId.of("Asia/Shanghai"))
                .format(DateTimeFormatter.ISO_WEEK_DATE)
                .substring(0, 8);
    }

    private static String rating(String id, String grade, String breaches) {
        return "{\"id\":\"%s\",\"grade\":\"%s\",\"breaches\":%s}".formatted(id, grade, breaches);
    }
}

package io.wangge.ledger.http.criticism;

import static io.wangge.ledger.http.Answers.assertProblem;
import static io.wangge.ledger.http.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.wangge.ledger.Story;
import io.wangge.ledger.http.RunningLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 有奖批评 at the door of the ledger: list, awards, sanctions, the published list, the scoring round with secret ballots. */
class CriticismIT {
    private static final String BASE = "/api/v1/ledger/criticisms";
    private static final String INSPECTOR = "s-inspector-1";
    private static final List<String> JUDGES =
            IntStream.rangeClosed(1, 10).mapToObj(number -> "s-judge-" + number).toList();
    private static RunningLedger ledger;
    private static Story criticism;

    @BeforeAll
    static void start() {
        ledger = new RunningLedger(
                io.wangge.localstack.TestBackend.shared().freshDatabase(), "--grid.scoring.notice=0s");
        criticism =
                new Story().reported().opened().criticismRegistered().accepted().criticismReplied();
        criticism.events().forEach(ledger::send);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        ledger.get(INSPECTOR, BASE + "/" + criticism.caseId).statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void the_month_lists_its_criticisms_with_their_answers_and_its_rhythm() throws Exception {
        JsonNode month = ok(ledger.get(INSPECTOR, BASE + "?month=2026-03"));

        assertThat(month.get("rhythm").get("sortUntil").asString()).isEqualTo("2026-03-10");
        JsonNode line = month.get("items").get(0);
        assertThat(line.get("caseId").asString()).isEqualTo(criticism.caseId);
        assertThat(line.has("repliedAt")).isTrue();
        assertThat(line.get("replyOverdue").asBoolean()).isFalse();
        assertThat(ok(ledger.get("s-judge-1", BASE + "?month=2026-03")).get("items"))
                .isEmpty();
        assertProblem(ledger.get(INSPECTOR, BASE + "?month=March"), 400, "invalid-field");
    }

    @Test
    void an_award_is_granted_paid_and_published_without_the_critics_name() throws Exception {
        UUID id = UUID.randomUUID();
        String body = award(id, criticism.caseId, "300.50");
        assertProblem(ledger.post("s-handler-1", BASE + "/awards", body), 403, "not-allowed");
        assertProblem(ledger.post(INSPECTOR, BASE + "/awards", award(id, "nobody", "1")), 409, "not-a-criticism");
        for (String wrong : List.of("0", "-3", "3.005", "many")) {
            assertProblem(
                    ledger.post(INSPECTOR, BASE + "/awards", award(id, criticism.caseId, wrong)), 400, "invalid-field");
        }

        assertThat(ok(ledger.post(INSPECTOR, BASE + "/awards", body))
                        .get("amount")
                        .asString())
                .isEqualTo("300.50");
        ok(ledger.post(INSPECTOR, BASE + "/awards", body));
        assertProblem(
                ledger.post(INSPECTOR, BASE + "/awards", award(id, criticism.caseId, "400")),
                409,
                "same-id-other-content");
        String payment = BASE + "/awards/" + id + "/payment";
        assertProblem(ledger.post(INSPECTOR, payment, "{\"paidOn\":\"2999-01-01\"}"), 400, "invalid-field");
        LocalDate day = LocalDate.of(2026, 3, 20);
        assertThat(ok(ledger.post(INSPECTOR, payment, "{\"paidOn\":\"%s\"}".formatted(day)))
                        .get("state")
                        .asString())
                .isEqualTo("PAID");
        assertProblem(ledger.post(INSPECTOR, payment, "{\"paidOn\":\"2026-03-21\"}"), 409, "award-paid-already");
        ok(ledger.post(INSPECTOR, BASE + "/awards/" + id + "/revocation", "{\"reason\":\"重复发放\"}"));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String published = ledger.get(null, "/api/v1/ledger/accountability").body();
            assertThat(published).contains("300.50", "AWARD_REVOKED", "重复发放").doesNotContain("p-1", INSPECTOR);
        });
        assertThat(ledger.get(INSPECTOR, "/api/v1/ledger/cases/" + criticism.caseId)
                        .body())
                .contains("award.granted", "award.paid", "award.revoked", "p-1");
        assertThat(ledger.get("s-handler-1", "/api/v1/ledger/cases/" + criticism.caseId)
                        .body())
                .contains("award.granted")
                .doesNotContain("\"p-1\"");
    }

    @Test
    void a_sanction_is_published_without_the_persons_name_and_only_revoked() throws Exception {
        UUID id = UUID.randomUUID();
        String body =
                "{\"id\":\"%s\",\"caseId\":\"%s\",\"staffId\":\"s-handler-1\",\"kind\":\"ADMONITION\",\"decidedBy\":\"街道党工委\",\"reason\":\"整改敷衍\"}"
                        .formatted(id, criticism.caseId);
        assertProblem(
                ledger.post(INSPECTOR, BASE + "/sanctions", body.replace("ADMONITION", "WHIPPING")),
                400,
                "invalid-field");
        assertProblem(
                ledger.post(INSPECTOR, BASE + "/sanctions", body.replace("s-handler-1", "s-nobody")),
                400,
                "invalid-field");
        assertThat(ok(ledger.post(INSPECTOR, BASE + "/sanctions", body))
                        .get("kindZh")
                        .asString())
                .isEqualTo("谈话诫勉");
        ok(ledger.post(INSPECTOR, BASE + "/sanctions/" + id + "/revocation", "{\"reason\":\"复核\"}"));
        assertProblem(
                ledger.post(INSPECTOR, BASE + "/sanctions/" + id + "/revocation", "{\"reason\":\"另一理由\"}"),
                409,
                "revoked-already");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String published = ledger.get(null, "/api/v1/ledger/accountability?kind=SANCTION")
                    .body();
            assertThat(published)
                    .contains("整改敷衍", "谈话诫勉", "u-community-1")
                    .doesNotContain("s-handler-1", "SANCTION_REVOKED");
        });
    }

    @Test
    void ten_judges_score_in_secret_and_nothing_in_the_store_joins_a_judge_to_a_ballot() throws Exception {
        UUID id = UUID.randomUUID();
        Instant opens = Instant.now().plusSeconds(2);
        assertProblem(
                ledger.post(INSPECTOR, BASE + "/scorings", notice(id, opens, JUDGES.subList(0, 9))),
                409,
                "wrong-number-of-judges");
        ok(ledger.post(INSPECTOR, BASE + "/scorings", notice(id, opens, JUDGES)));
        String ballots = BASE + "/scorings/" + id + "/ballots";
        assertProblem(ledger.post(INSPECTOR, ballots, ballot(90, 80)), 403, "not-a-judge");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        ledger.get("s-judge-1", BASE + "/scorings/" + id).body().contains("\"OPEN\""));
        assertProblem(ledger.post("s-judge-1", ballots, ballot(101, 80)), 409, "score-out-of-range");

        // Each judge gives a score that no other gives: whoever can join the two sides would know it at once.
        for (int number = 1; number <= JUDGES.size(); number++) {
            String own = ballot(50 + number, 90 - number);
            ok(ledger.post("s-judge-" + number, ballots, own));
            ok(ledger.post("s-judge-" + number, ballots, own));
            assertProblem(ledger.post("s-judge-" + number, ballots, ballot(1, 2)), 409, "voted-already");
            if (number == 1) {
                assertProblem(
                        ledger.post(INSPECTOR, BASE + "/scorings/" + id + "/closing", "{}"), 409, "scoring-still-open");
                assertThat(ok(ledger.get(INSPECTOR, BASE + "/scorings/" + id)).has("results"))
                        .isFalse();
            }
        }
        nothingJoins(id.toString());

        JsonNode closed = ok(ledger.post(INSPECTOR, BASE + "/scorings/" + id + "/closing", "{}"));
        ok(ledger.post(INSPECTOR, BASE + "/scorings/" + id + "/closing", "{}"));
        // 51 … 60 without the lowest and the highest, 80 … 89 likewise.
        assertThat(closed.get("results").get(0).get("mean").asString()).isEqualTo("84.50");
        assertThat(closed.get("results").get(1).get("mean").asString()).isEqualTo("55.50");
        assertThat(closed.get("awards")).hasSize(2);
        assertProblem(ledger.post("s-judge-1", ballots, ballot(1, 2)), 409, "scoring-over");
        nothingJoins(id.toString());
    }

    /** Every document of the database that knows a score knows no judge, and what knows the judges knows no score. */
    private static void nothingJoins(String id) {
        MongoDatabase database = ledger.bean(MongoClient.class).getDatabase(ledger.database());
        Document box = database.getCollection("scoring_ballots")
                .find(new Document("_id", id))
                .first();
        Document voters = database.getCollection("scoring_voters")
                .find(new Document("_id", id))
                .first();
        assertThat(box).isNotNull();
        assertThat(voters).isNotNull();
        List<Document> ballots = box.getList("ballots", Document.class);
        List<Document> voted = voters.getList("voted", Document.class);

        assertThat(ballots)
                .hasSize(10)
                .allSatisfy(ballot -> assertThat(ballot.keySet()).containsExactlyInAnyOrder("key", "scores"));
        assertThat(box.toJson()).doesNotContain("s-judge", "$date", "$oid", "version");
        assertThat(voters.toJson()).doesNotContain("scores", "$date", "$oid");
        assertThat(voted.stream().map(voter -> voter.getString("judge"))).isSorted();
        assertThat(ballots.stream().map(ballot -> ballot.getString("key"))).isSorted();
        // The command that a judge's device sent is known of the judge, and stands in no ballot.
        voted.forEach(voter -> assertThat(box.toJson()).doesNotContain(voter.getString("command")));
        List<Integer> inPlace = ballots.stream()
                .map(ballot -> ballot.get("scores", Document.class).getInteger(criticism.caseId))
                .toList();
        List<Integer> inOrderOfJudges = voted.stream()
                .map(voter -> 50 + Integer.parseInt(voter.getString("judge").substring("s-judge-".length())))
                .toList();
        assertThat(inPlace).containsExactlyInAnyOrderElementsOf(inOrderOfJudges);
        assertThat(inPlace)
                .isNotEqualTo(inOrderOfJudges)
                .isNotEqualTo(inOrderOfJudges.stream().sorted().toList());
        for (String collection : database.listCollectionNames()) {
            for (Document document : database.getCollection(collection).find()) {
                if (!collection.equals("scoring_ballots")
                        && !collection.equals("scorings")
                        && !collection.equals("entries")) {
                    assertThat(document.toJson()).as(collection).doesNotContain("\"scores\"");
                }
            }
        }
    }

    private static String award(UUID id, String caseId, String amount) {
        return "{\"id\":\"%s\",\"caseId\":\"%s\",\"residentId\":\"p-1\",\"amount\":\"%s\",\"reason\":\"批评属实\"}"
                .formatted(id, caseId, amount);
    }

    private static String notice(UUID id, Instant opens, List<String> judges) {
        String jury = judges.stream().map(judge -> '"' + judge + '"').collect(Collectors.joining(","));
        return """
                {"id":"%s","title":"下半年有奖批评评议","unitId":"u-district","opensAt":"%s","closesAt":"%s",
                 "delegation":["群众代表"],"supervision":["纪检监察办"],"judges":[%s],
                 "candidates":[{"id":"%s","kind":"CASE","title":"反复开挖"},{"id":"u-community-1","kind":"UNIT","title":"望江社区"}],
                 "prizes":["500.00","300.00"]}""".formatted(id, opens, opens.plusSeconds(3600), jury, criticism.caseId);
    }

    private static String ballot(int ofCase, int ofUnit) {
        Map<String, Integer> scores = Map.of(criticism.caseId, ofCase, "u-community-1", ofUnit);
        UUID id = UUID.nameUUIDFromBytes((ofCase + "/" + ofUnit).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        scores.forEach((candidate, score) -> said.add("\"%s\":%d".formatted(candidate, score)));
        return "{\"id\":\"%s\",\"scores\":{%s}}".formatted(id, String.join(",", said));
    }
}

package io.wangge.ledger.http.score;

import static io.wangge.ledger.http.Answers.assertProblem;
import static io.wangge.ledger.http.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.report.Channel;
import io.wangge.ledger.Story;
import io.wangge.ledger.figures.Days;
import io.wangge.ledger.figures.History;
import io.wangge.ledger.http.RunningLedger;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 考核 at the HTTP door: formulae as data, sheets, appeals. */
class ScoresIT {
    private static final String ADMIN = "s-admin-1";
    private static final String LEADER = "s-leader-1";
    private static final String INSPECTOR = "s-inspector-1";
    private static final String SHEETS = "/api/v1/score-sheets";
    private static final String APPEALS = "/api/v1/appeals";
    private static final List<String> COMMUNITY = List.of("u-district", "u-street-1", "u-community-1");
    private static final String LATE = UUID.randomUUID().toString();
    private static final String IN_TIME = UUID.randomUUID().toString();
    private static final Story OLD = new Story();
    private static RunningLedger ledger;

    @BeforeAll
    static void start() throws Exception {
        ledger = new RunningLedger();
        Instant now = Instant.now();
        held(LATE, now.minus(Duration.ofDays(3)), now.minus(Duration.ofDays(2)));
        held(IN_TIME, now.minus(Duration.ofDays(3)), now.plus(Duration.ofDays(2)));
        OLD.opened().accepted().events().forEach(ledger::send);
        new Story().opened().accepted().completed().closed().events().forEach(ledger::send);
        await().atMost(Duration.ofSeconds(60)).until(() -> known(LATE) && known(IN_TIME) && known(OLD.caseId));
    }

    private static void held(String caseId, Instant from, Instant due) {
        new History(caseId, Story.PATH)
                .at(from)
                .opened(Channel.GRID_WORKER)
                .dispatched(COMMUNITY, "COMMUNITY", due)
                .accepted()
                .events()
                .forEach(ledger::send);
    }

    private static boolean known(String caseId) throws Exception {
        return ledger.get(LEADER, "/api/v1/ledger/cases/" + caseId + "?atLeastSeq=3&waitMs=1000")
                        .statusCode()
                == 200;
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void aFormulaIsWrittenCheckedAndBroughtIntoForceFromAMonthOn() throws Exception {
        String path = "/api/v1/score-formulae/cleaning/draft";
        String broken = formula("closed / 0", 90);
        assertProblem(ledger.put(LEADER, path, broken), 403, "not-allowed");
        JsonNode draft = ok(ledger.put(ADMIN, path, broken));
        assertThat(draft.get("faults").findValuesAsString("code"))
                .containsExactlyInAnyOrder("weights-not-100", "divides-by-zero");
        assertThat(ok(ledger.post(ADMIN, path + "/check", "")).get("faults")).hasSize(2);
        String next = "{\"from\":\"" + YearMonth.now(Days.ZONE).plusMonths(1) + "\"}";
        HttpResponse<String> refused = ledger.post(ADMIN, path + "/activation", next, "\"1\"");
        assertProblem(refused, 422, "formula-broken");
        assertThat(RunningLedger.json(refused).toString()).contains("lines[0].expression");

        assertProblem(ledger.put(ADMIN, path, broken), 428, "if-match-missing");
        ok(ledger.put(ADMIN, path, formula("closing_rate * 100", 100), "\"1\""));
        assertProblem(ledger.put(ADMIN, path, broken, "\"1\""), 412, "formula-draft-changed");
        assertProblem(
                ledger.post(ADMIN, path + "/activation", "{\"from\":\"2020-01\"}", "\"2\""), 409, "formula-backdated");
        assertProblem(ledger.post(ADMIN, path + "/activation", "{\"from\":\"soon\"}", "\"2\""), 400, "invalid-field");
        assertProblem(ledger.post(ADMIN, path + "/activation", next, "\"1\""), 412, "formula-draft-changed");
        JsonNode edition = ok(ledger.post(ADMIN, path + "/activation", next, "\"2\""));

        assertThat(edition.get("version").asInt()).isEqualTo(1);
        assertThat(ok(ledger.get(LEADER, "/api/v1/score-formulae")).toString())
                .contains("\"cleaning\"", "on_time_rate", "\"street\"");
        assertProblem(ledger.get(ADMIN, path), 404, "not-found");
    }

    @Test
    void aDraftIsDiscardedByWhoeverSawItAsItIsAndWhatIsInForceStays() throws Exception {
        String path = "/api/v1/score-formulae/given-up/draft";
        ok(ledger.put(ADMIN, path, formula("closing_rate * 100", 100)));
        ok(ledger.put(ADMIN, path, formula("closing_rate * 90", 100), "\"1\""));
        assertProblem(ledger.delete(LEADER, path, "\"2\""), 403, "not-allowed");
        assertProblem(ledger.delete(ADMIN, path), 428, "if-match-missing");
        assertProblem(ledger.delete(ADMIN, path, "\"1\""), 412, "formula-draft-changed");
        assertThat(ledger.delete(ADMIN, path, "\"2\"").statusCode()).isEqualTo(204);
        assertProblem(ledger.get(ADMIN, path), 404, "not-found");
        assertProblem(ledger.delete(ADMIN, path, "\"2\""), 404, "not-found");
        ok(ledger.put(ADMIN, path, formula("closing_rate * 100", 100)));
    }

    @Test
    void aPastMonthsSheetIsMadeOnceAndAnswersWithLinesRanksAndFigures() throws Exception {
        String march = "{\"formulaId\":\"community\",\"period\":\"2026-03\"}";
        assertProblem(ledger.post(LEADER, SHEETS, march), 403, "not-allowed");
        JsonNode sheet = ok(ledger.post(INSPECTOR, SHEETS, march));
        JsonNode score = sheet.get("scores").get(0);

        assertThat(score.get("unitId").asString()).isEqualTo("u-community-1");
        assertThat(score.get("rank").asInt()).isEqualTo(1);
        // One of two closed, and on time: 48 for the one that is overdue and open; satisfied, and no rework.
        assertThat(score.get("total").asDecimal()).isEqualByComparingTo("79.20");
        assertThat(ok(ledger.post(INSPECTOR, SHEETS, march))).isEqualTo(sheet);
        assertThat(ok(ledger.get(LEADER, SHEETS + "/community.2026-03")).get("scores"))
                .hasSize(1);
        JsonNode again = ok(ledger.get(LEADER, SHEETS + "/community.2026-03/corrections"));
        assertThat(again.get("equal").asBoolean()).isTrue();
        assertThat(ok(ledger.get(LEADER, SHEETS + "?period=2026-03")).get("items"))
                .hasSize(1);
        JsonNode own = ok(ledger.get(LEADER, "/api/v1/scores?unitId=u-community-1&period=2026-03"));
        assertThat(own.get("published").asBoolean()).isTrue();
        assertThat(own.get("score")).isEqualTo(score);

        assertProblem(
                ledger.post(
                        INSPECTOR,
                        SHEETS,
                        "{\"formulaId\":\"community\",\"period\":\"" + YearMonth.now(Days.ZONE) + "\"}"),
                409,
                "month-not-over");
        assertProblem(
                ledger.post(INSPECTOR, SHEETS, "{\"formulaId\":\"x\",\"period\":\"2026-03\"}"), 400, "invalid-field");
        assertProblem(
                ledger.get("s-callback-clerk-2", "/api/v1/scores?unitId=u-community-1&period=2026-03"),
                404,
                "not-found");
    }

    @Test
    void anOverdueIsAppealedByTheLeaderAndDecidedByAnInspectorAbove() throws Exception {
        String id = UUID.randomUUID().toString();
        String filing = appeal(id, LATE, "暴雨封路，无法进场");
        assertProblem(ledger.post("s-handler-1", APPEALS, filing), 403, "not-allowed");
        JsonNode filed = ok(ledger.post(LEADER, APPEALS, filing));
        assertThat(filed.get("state").asString()).isEqualTo("OPEN");
        String path = APPEALS + "/" + filed.get("id").asString();
        assertThat(ok(ledger.post(LEADER, APPEALS, filing))).isEqualTo(filed);
        assertProblem(
                ledger.post(LEADER, APPEALS, appeal(UUID.randomUUID().toString(), LATE, "再申诉")),
                409,
                "appealed-already");

        String month = filed.get("period").asString();
        JsonNode before = ok(ledger.get(LEADER, "/api/v1/scores?unitId=u-community-1&period=" + month));
        assertThat(before.get("published").asBoolean()).isFalse();
        assertProblem(ledger.post(LEADER, path + "/ruling", ruling(true)), 403, "not-allowed");
        assertProblem(ledger.post("s-inspector-2", path + "/ruling", ruling(true)), 409, "appeal-own-unit");
        JsonNode granted = ok(ledger.post(INSPECTOR, path + "/ruling", ruling(true)));
        assertThat(granted.get("state").asString()).isEqualTo("GRANTED");
        assertProblem(ledger.post(INSPECTOR, path + "/ruling", ruling(false)), 409, "appeal-decided");

        JsonNode after = ok(ledger.get(LEADER, "/api/v1/scores?unitId=u-community-1&period=" + month));
        assertThat(after.get("score").get("excused").toString()).contains(LATE);
        assertThat(after.get("score").get("figures").get("overdue_open").asInt())
                .isEqualTo(
                        before.get("score").get("figures").get("overdue_open").asInt() - 1);
        assertThat(ok(ledger.get(LEADER, "/api/v1/figures/overdue-open/cases?from=" + month + "-01"))
                        .toString())
                .contains(LATE);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ok(ledger.get(LEADER, path))
                        .path("rulingReason")
                        .asString("")
                        .contains("不可抗力"));
        assertThat(ok(ledger.get(LEADER, path)).get("reason").asString()).contains("暴雨");
        assertThat(ok(ledger.get(LEADER, "/api/v1/ledger/cases/" + LATE)).toString())
                .contains("io.wangge.appeal.filed.v1", "io.wangge.appeal.decided.v1");
        assertThat(ok(ledger.get(LEADER, APPEALS + "?open=false&period=" + month))
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void whatCannotBeAppealedIsRefusedWithItsCode() throws Exception {
        String id = UUID.randomUUID().toString();
        assertProblem(ledger.post(LEADER, APPEALS, appeal(id, IN_TIME, "没有超期")), 409, "case-not-overdue");
        assertProblem(ledger.post(LEADER, APPEALS, appeal(id, OLD.caseId, "太晚")), 409, "appeal-too-late");
        assertProblem(ledger.post(LEADER, APPEALS, appeal(id, "nowhere", "没有")), 404, "not-found");
        assertProblem(ledger.post(LEADER, APPEALS, "{}"), 400, "invalid-field");
        assertProblem(
                ledger.post(LEADER, APPEALS, appeal(id, LATE, "街道").replace("u-community-1", "u-district")),
                404,
                "not-found");
        assertProblem(ledger.post(null, APPEALS, "{}"), 401, "not-signed-in");
        assertProblem(ledger.get(LEADER, APPEALS + "/nothing.here"), 404, "not-found");
    }

    private static String appeal(String id, String caseId, String reason) {
        return "{\"id\":\"%s\",\"caseId\":\"%s\",\"unitId\":\"u-community-1\",\"reason\":\"%s\"}"
                .formatted(id, caseId, reason);
    }

    private static String ruling(boolean granted) {
        return "{\"id\":\"%s\",\"granted\":%s,\"reason\":\"不可抗力\"}".formatted(UUID.randomUUID(), granted);
    }

    private static String formula(String expression, int weight) {
        return """
                {"zh": "保洁考核", "en": "Cleaning", "level": "DISTRICT", "appealDays": 5, "lines": [
                {"code": "a", "zh": "结案", "en": "Closed", "expression": "%s", "weight": %d}]}""".formatted(expression, weight);
    }
}

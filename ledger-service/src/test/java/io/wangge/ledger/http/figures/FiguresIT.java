package io.wangge.ledger.http.figures;

import static io.wangge.ledger.http.Answers.assertProblem;
import static io.wangge.ledger.http.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.ledger.Story;
import io.wangge.ledger.http.RunningLedger;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Figures at the HTTP door, from events that came through Kafka. */
class FiguresIT {
    private static final String LEADER = "s-leader-1";
    private static final String MARCH = "from=2026-03-01&to=2026-03-31";
    private static RunningLedger ledger;
    private static final List<Story> CLOSED = new ArrayList<>();
    private static Story open;

    @BeforeAll
    static void start() throws Exception {
        ledger = new RunningLedger();
        for (int i = 0; i < 3; i++) {
            CLOSED.add(new Story().opened().accepted().completed().closed());
        }
        open = new Story().opened().accepted();
        CLOSED.forEach(story -> story.events().forEach(ledger::send));
        open.events().forEach(ledger::send);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> "4"
                                .equals(figure(line("by=total"), "reported")
                                        .get("numerator")
                                        .asString())
                        && "3"
                                .equals(figure(line("by=total"), "closed")
                                        .get("numerator")
                                        .asString()));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void aFigureShowsWhatItIsMadeOfAndOpensDownToItsCases() throws Exception {
        JsonNode rate = figure(line("by=total"), "closing-rate");
        assertThat(rate.get("numerator").asInt()).isEqualTo(3);
        assertThat(rate.get("denominator").asInt()).isEqualTo(4);
        assertThat(rate.get("percent").asString()).isEqualTo("75.00 %");

        assertThat(cases("closing-rate", "part=numerator"))
                .containsExactlyInAnyOrderElementsOf(
                        CLOSED.stream().map(story -> story.caseId).toList());
        assertThat(cases("closing-rate", "part=denominator")).hasSize(4).contains(open.caseId);
        assertThat(cases("overdue-open", "part=numerator")).containsExactly(open.caseId);
        assertThat(cases("closing-rate", "part=numerator&by=category&of=0102")).hasSize(3);
        assertThat(cases("closing-rate", "part=numerator&by=category&of=0103")).isEmpty();
        assertThat(cases("closed", "day=closing")).hasSize(3);
    }

    @Test
    void pagesOfCasesFollowEachOtherWithoutRepeats() throws Exception {
        JsonNode first = ok(ledger.get(LEADER, "/api/v1/figures/due/cases?limit=3&" + MARCH));
        JsonNode second = ok(ledger.get(
                LEADER,
                "/api/v1/figures/due/cases?limit=3&" + MARCH + "&cursor="
                        + first.get("nextCursor").asString()));

        List<String> ids = ids(first);
        ids.addAll(ids(second));
        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
        assertThat(second.has("nextCursor")).isFalse();
    }

    @Test
    void everySplitAnswersWithNamesInBothLanguages() throws Exception {
        JsonNode channel = line("by=channel");
        assertThat(channel.get("key").asString()).isEqualTo("GRID_WORKER");
        JsonNode worker = line("by=worker");
        assertThat(worker.get("zh").asString()).isEqualTo("网格员甲");
        JsonNode unit = line("by=unit");
        assertThat(unit.get("zh").asString()).isEqualTo("望江社区");
        assertThat(figure(unit, "closed").get("numerator").asInt()).isEqualTo(3);
        for (String by : new String[] {"level", "category", "kind", "grid"}) {
            assertThat(ok(figures("by=" + by)).get("lines").isArray()).isTrue();
        }
    }

    @Test
    void rankingsAndHotSpots() throws Exception {
        JsonNode ranking = ok(ledger.get(LEADER, "/api/v1/figures/rankings?by=unit&figures=closing-rate&" + MARCH));
        assertThat(ranking.get("ranks").get(0).get("rank").asInt()).isEqualTo(1);
        assertThat(ranking.get("ranks").get(0).get("line").get("key").asString())
                .isEqualTo("u-community-1");

        JsonNode hot = ok(ledger.get(LEADER, "/api/v1/figures/hot-spots?" + MARCH));
        assertThat(hot.get("categories").get(0).get("line").get("key").asString())
                .isEqualTo("0102");
    }

    @Test
    void whatCannotBeAnsweredIsRefusedWithItsCode() throws Exception {
        assertProblem(figures("from=2026-03-31&to=2026-03-01"), 400, "period-reversed");
        assertProblem(figures("from=2016-03-31&to=2026-03-01"), 400, "period-too-long");
        assertProblem(figures("from=March"), 400, "invalid-field");
        assertProblem(figures("by=colour"), 400, "invalid-field");
        assertProblem(figures("figures=happiness"), 400, "invalid-field");
        assertProblem(figures("by=unit&level=VILLAGE"), 400, "invalid-field");
        assertProblem(figures("unitId=u-district"), 404, "not-found");
        assertProblem(figures("unitId=u-nowhere"), 404, "not-found");
        assertProblem(ledger.get(LEADER, "/api/v1/figures/happiness/cases"), 404, "not-found");
        assertProblem(ledger.get(LEADER, "/api/v1/figures/due/cases?cursor=abc"), 400, "invalid-field");
        assertProblem(ledger.get(LEADER, "/api/v1/figures/due/cases?limit=0"), 400, "invalid-field");
        assertProblem(ledger.get(LEADER, "/api/v1/figures/due/cases?part=both"), 400, "invalid-field");
        assertProblem(ledger.get(LEADER, "/api/v1/figures/due/cases?day=closing"), 400, "invalid-field");
        assertProblem(ledger.get(LEADER, "/api/v1/figures/closed/cases?day=birth"), 400, "invalid-field");
        assertProblem(ledger.get(null, "/api/v1/figures"), 401, "not-signed-in");
        assertProblem(ledger.post(LEADER, "/api/v1/figures/recount", "{}"), 403, "not-allowed");
    }

    @Test
    void anAdministratorRecountsAndTheFiguresStay() throws Exception {
        JsonNode before = ok(figures("by=category&" + MARCH)).get("lines");

        JsonNode recounted = ok(ledger.post("s-admin-1", "/api/v1/figures/recount", "{}"));

        assertThat(recounted.get("cases").asInt()).isEqualTo(4);
        assertThat(ok(figures("by=category&" + MARCH)).get("lines")).isEqualTo(before);
    }

    @Test
    void theDescriptionOfTheRoutesAsksForNothingThatTheTokenSays() throws Exception {
        JsonNode parameters =
                ok(ledger.get(LEADER, "/v3/api-docs")).at("/paths/~1api~1v1~1figures~1{code}~1cases/get/parameters");
        assertThat(parameters.findValuesAsString("name"))
                .contains("unitId", "from", "day", "cursor")
                .doesNotContain("caller", "query");
    }

    @Test
    void definitionsNameNumeratorAndDenominator() throws Exception {
        JsonNode definitions = ok(ledger.get(LEADER, "/api/v1/figures/definitions"));
        JsonNode closing = definitions
                .get("figures")
                .valueStream()
                .filter(figure -> figure.get("code").asString().equals("closing-rate"))
                .findAny()
                .orElseThrow();
        assertThat(closing.get("zh").asString()).isEqualTo("结案率");
        assertThat(closing.get("denominator").get(0).get("en").asString()).isEqualTo("due to be closed");
        assertThat(definitions.get("satisfactionWeights").get("FAIR").asString())
                .isEqualTo("0.6");
    }

    private static HttpResponse<String> figures(String query) throws Exception {
        return ledger.get(LEADER, "/api/v1/figures?" + query);
    }

    private static JsonNode line(String query) throws Exception {
        return ok(figures(query + "&" + MARCH)).get("lines").get(0);
    }

    private static JsonNode figure(JsonNode line, String code) {
        return line.get("figures").get(code);
    }

    private static List<String> cases(String code, String query) throws Exception {
        return ids(ok(ledger.get(LEADER, "/api/v1/figures/" + code + "/cases?" + query + "&" + MARCH)));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(item -> ids.add(item.get("caseId").asString()));
        return ids;
    }
}

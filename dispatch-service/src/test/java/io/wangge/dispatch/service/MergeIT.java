package io.wangge.dispatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.ReportEvent.Circumstances;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.contracts.report.ReportEvent.Source;
import io.wangge.dispatch.service.RunningService.Answer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 并案 over HTTP: two cases, two documents, one outcome for every reporter. */
class MergeIT {
    private static final String GRID = "990100001001001";

    private final RunningService service = RunningService.get();

    @Test
    void two_reports_of_one_matter_become_one_case_and_come_apart_again() {
        String first = opened("resident-1");
        String second = opened("resident-2");
        String merge = "{\"type\":\"merge\",\"caseId\":\"" + first + "\",\"reason\":\"同一个井盖\"}";
        String commandId = UUID.randomUUID().toString();

        Answer merged = service.command("dispatcher-2", second, "\"2\"", commandId, merge);
        assertThat(merged.text("state")).isEqualTo("MERGED");
        assertThat(joinedBy(first)).containsExactly(second);

        Answer again = service.command("dispatcher-2", second, "\"2\"", commandId, merge);
        assertThat(again.status()).isEqualTo(200);
        assertThat(joinedBy(first)).containsExactly(second);

        Answer apart = service.command(
                "dispatcher-2", second, merged.version(), "{\"type\":\"undo-merge\",\"reason\":\"不是同一个\"}");
        assertThat(apart.text("state")).isEqualTo("PENDING_ACCEPTANCE");
        assertThat(joinedBy(first)).isEmpty();
    }

    @Test
    void a_case_is_merged_only_into_another_one_that_is_there_and_open() {
        String here = opened("resident-1");
        assertThat(merge(here, here).text("code")).isEqualTo("merge-with-itself");
        assertThat(merge(here, "nowhere").text("code")).isEqualTo("no-such-case");

        String over = opened("resident-2");
        String carrying = opened("resident-3");
        assertThat(merge(over, carrying).status()).isEqualTo(200);
        assertThat(merge(here, over).text("code")).isEqualTo("target-over");
        assertThat(service.get("handler-5", "/api/v1/cases/" + here).text("state"))
                .isEqualTo("PENDING_ACCEPTANCE");
    }

    /** 上级交办: whoever carries it answers it. */
    @Test
    void the_case_that_an_order_is_merged_into_takes_its_number_and_its_shorter_limit_until_they_part() {
        String carrying = opened("resident-1");
        Instant answerBy = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
        String order = service.send(ordered(answerBy));
        service.await("handler-5", order, 2);
        Instant own = Instant.parse(due(carrying));

        Answer merged = merge(order, carrying);
        assertThat(merged.text("state")).isEqualTo("MERGED");
        JsonNode limit =
                service.get("handler-5", "/api/v1/cases/" + carrying).body().path("superiorLimit");
        assertThat(limit.path("decides").asBoolean()).isTrue();
        assertThat(limit.at("/orders/0/number").asString()).isEqualTo("12345-7");
        assertThat(limit.at("/orders/0/caseId").asString()).isEqualTo(order);
        assertThat(Instant.parse(due(carrying))).isEqualTo(answerBy).isBefore(own);

        assertThat(service.command(
                                "dispatcher-2",
                                order,
                                merged.version(),
                                "{\"type\":\"undo-merge\",\"reason\":\"不是同一个\"}")
                        .status())
                .isEqualTo(200);
        assertThat(Instant.parse(due(carrying))).isEqualTo(own);
        assertThat(service.get("handler-5", "/api/v1/cases/" + carrying).body().has("superiorLimit"))
                .isFalse();
    }

    private String due(String caseId) {
        return OffsetDateTime.parse(
                        service.get("handler-5", "/api/v1/cases/" + caseId).text("dueAt"))
                .toInstant()
                .toString();
    }

    private static Received ordered(Instant answerBy) {
        Received seen = RunningService.report("0601", GRID, null, null);
        return new Received(
                seen.reportId(),
                seen.trackingNumber(),
                Channel.SUPERIOR_ORDER,
                null,
                seen.category(),
                seen.text(),
                null,
                GRID,
                null,
                seen.urgency(),
                seen.firstReceiver(),
                null,
                null,
                seen.receivedAt(),
                null,
                null,
                null,
                new Circumstances(null, new Source("12345-7", answerBy), null, null));
    }

    private Answer merge(String caseId, String intoId) {
        return service.command(
                "dispatcher-2", caseId, 2, "{\"type\":\"merge\",\"caseId\":\"" + intoId + "\",\"reason\":\"同一件事\"}");
    }

    private String opened(String residentId) {
        String id = service.send(RunningService.report("0601", GRID, null, residentId));
        service.await("handler-5", id, 2);
        return id;
    }

    private List<String> joinedBy(String caseId) {
        Document proceedings = service.database()
                .getCollection("cases")
                .find(new Document("_id", caseId))
                .first()
                .get("proceedings", new Document());
        return proceedings.getList("joined", Document.class, List.of()).stream()
                .map(joined -> joined.getString("caseId"))
                .toList();
    }
}

package io.wangge.dispatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.dispatch.service.RunningService.Answer;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CaseSearchIT {
    private static final String GRID = "990100001001001";
    private static final String HOLDER = "990100001-d07";
    private final RunningService service = RunningService.get();

    private String opened() {
        String id = service.send(RunningService.report("0601", GRID));
        service.await("handler-5", id, 2);
        return id;
    }

    @Test
    void a_case_is_found_by_everything_that_it_is_and_not_by_what_it_is_not() {
        String id = opened();
        Answer one = service.get("handler-5", "/api/v1/cases/" + id);
        String receiver = one.body().path("firstReceiver").path("id").asString("");

        for (String filter : List.of(
                "unitId=" + HOLDER,
                "unitId=990100001",
                "level=" + one.text("level"),
                "state=PENDING_ACCEPTANCE,CLOSED",
                "category=0601",
                "category=06",
                "gridCode=" + GRID,
                "person=" + receiver,
                "text=" + encoded("井盖破损"),
                "dueAfter=2020-01-01T00:00:00Z",
                "caseNumber=" + one.text("caseNumber"),
                "trackingNumber=" + one.text("trackingNumber"))) {
            assertThat(found("leader-1", "tab=all&" + filter, id)).as(filter).isTrue();
            assertThat(found("handler-5", "tab=inbox&" + filter, id)).as(filter).isTrue();
            assertThat(found("handler-2", "tab=all&" + filter, id))
                    .as("%s outside of the scope", filter)
                    .isFalse();
        }
        for (String filter : List.of(
                "unitId=990100002",
                "state=CLOSED",
                "category=0102",
                "overdue=true",
                "text=" + encoded("电梯困人"),
                "dueBefore=2020-01-01T00:00:00Z",
                "caseNumber=none")) {
            assertThat(found("handler-5", "tab=all&" + filter, id)).as(filter).isFalse();
        }
    }

    private boolean found(String user, String query, String id) {
        String cursor = "";
        while (true) {
            Answer page = service.get(user, "/api/v1/cases?limit=100&" + query + cursor);
            assertThat(page.status()).as("%s %s", query, page.json()).isEqualTo(200);
            if (ids(page).contains(id)) {
                return true;
            }
            if (page.text("nextCursor").isEmpty()) {
                return false;
            }
            cursor = "&cursor=" + page.text("nextCursor");
        }
    }

    @Test
    void what_says_nothing_is_refused_with_its_name_and_what_to_do() {
        Answer lone = service.get("handler-5", "/api/v1/cases?text=" + encoded("井"));
        assertThat(lone.status()).isEqualTo(400);
        JsonNode error = lone.body().path("errors").get(0);
        assertThat(error.path("field").asString("")).isEqualTo("text");
        assertThat(error.path("remedy").asString("")).contains("两个汉字");
        assertThat(service.get("handler-5", "/api/v1/cases?colour=red").text("code"))
                .isEqualTo("invalid-field");
        assertThat(service.get("handler-5", "/api/v1/cases/counts?tab=all").status())
                .isEqualTo(400);
        assertThat(service.get("handler-5", "/api/v1/cases/export?format=pdf").status())
                .isEqualTo(400);
    }

    @Test
    void the_counts_tell_how_much_lies_where() {
        Answer before = service.get("handler-5", "/api/v1/cases/counts");
        opened();
        Answer after = service.get("handler-5", "/api/v1/cases/counts");

        assertThat(after.body().path("inbox").asLong())
                .isGreaterThan(before.body().path("inbox").asLong());
        assertThat(after.body().path("byState").path("PENDING_ACCEPTANCE").asLong())
                .isGreaterThan(
                        before.body().path("byState").path("PENDING_ACCEPTANCE").asLong());
        assertThat(after.body().path("more").size()).isZero();
        assertThat(after.body().path("countedTo").asLong()).isEqualTo(1_000);
    }

    @Test
    void a_list_leaves_as_a_table_for_who_may_see_it() {
        String id = opened();
        String number = service.get("handler-5", "/api/v1/cases/" + id).text("caseNumber");

        HttpResponse<byte[]> csv =
                service.download("handler-5", "/api/v1/cases/export?format=csv&caseNumber=" + number);
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", ".csv");
        String[] lines = new String(csv.body(), StandardCharsets.UTF_8).split("\r\n", -1);
        assertThat(lines[0]).startsWith("\uFEFF案号,");
        assertThat(lines[1]).startsWith(number + ",").contains("井盖缺失破损", "待受理");

        HttpResponse<byte[]> xlsx = service.download("handler-5", "/api/v1/cases/export?format=xlsx&tab=inbox");
        assertThat(xlsx.body()).startsWith('P', 'K');
        String hidden = new String(
                service.download("handler-2", "/api/v1/cases/export?caseNumber=" + number)
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(hidden).startsWith("\uFEFF案号,").doesNotContain(number);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> ids(Answer list) {
        return StreamSupport.stream(list.body().path("items").spliterator(), false)
                .map(item -> item.path("id").asString(UUID.randomUUID().toString()))
                .toList();
    }
}

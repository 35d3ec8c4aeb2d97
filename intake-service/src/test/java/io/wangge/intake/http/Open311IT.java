package io.wangge.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.Topics;
import io.wangge.contracts.audit.AuditEvent.ApiKeyIssued;
import io.wangge.contracts.audit.AuditEvent.ApiKeyRevoked;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseEvent.Closed;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.contracts.directory.DirectoryEvent.LimitItem;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.CaseNews;
import io.wangge.intake.YunshanDirectory;
import io.wangge.intake.http.RunningIntake.Answer;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Open311 GeoReport v2 on the whole service: every answer must keep the schemas in both formats. */
class Open311IT {
    private static final String ADMIN = "staff-admin-1";
    /** Nobody looks before it is filed. */
    private static final String LAMP = "0602";
    /** A look in the field comes first. */
    private static final String REFUSE = "0102";

    private static final String DISPUTE = "0901";
    private static RunningIntake intake;
    private static GeoReportSchemas schemas;
    private static String key;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        List<Item> own = List.of(
                category(LAMP, "ASSET", "路灯不亮", "Street lamp out", false, false),
                category(REFUSE, "EVENT", "暴露垃圾", "Exposed refuse", true, false),
                category(DISPUTE, "DISPUTE", "邻里纠纷", "Dispute between neighbours", false, false),
                category("0699", "ASSET", "旧类别", "Retired", false, true));
        List<Item> items = new ArrayList<>(YunshanDirectory.items(1));
        items.removeIf(CategoryItem.class::isInstance);
        items.addAll(own);
        intake = new RunningIntake(items);
        schemas = new GeoReportSchemas();
        key = issue(UUID.randomUUID().toString()).text("key");
    }

    @AfterAll
    static void stop() {
        intake.close();
        HTTP.close();
    }

    @Test
    void discovery_names_the_endpoint_in_both_formats() throws Exception {
        for (String path : List.of("/open311/discovery", "/open311/v2/discovery")) {
            assertBoth("discovery", path, "");
        }
        assertThat(json("/open311/discovery.json").at("/endpoints/0/formats/0").asString())
                .isEqualTo("text/xml");
    }

    @Test
    void services_are_what_lies_in_the_open_and_is_in_force() throws Exception {
        assertBoth("services", "/open311/v2/services", "");
        JsonNode services = json("/open311/v2/services.json");
        assertThat(services.valueStream()
                        .map(service -> service.path("service_code").asString()))
                .containsExactly(REFUSE, LAMP);
        assertThat(services.get(0).path("type").asString()).isEqualTo("batch");
        assertThat(services.get(1).path("type").asString()).isEqualTo("realtime");
    }

    @Test
    void a_definition_lists_attributes_and_an_unknown_service_is_404() throws Exception {
        assertBoth("service_definition", "/open311/v2/services/" + LAMP, "");
        for (String unknown : List.of(DISPUTE, "0699", "nothing")) {
            HttpResponse<String> none = get("/open311/v2/services/" + unknown + ".json");
            assertThat(none.statusCode()).isEqualTo(404);
            schemas.assertJson("errors", none.body());
        }
    }

    @Test
    void what_is_filed_can_be_read_and_names_nobody() throws Exception {
        HttpResponse<String> filed = file(
                "json",
                Map.ofEntries(
                        Map.entry("service_code", LAMP),
                        Map.entry("lat", "30.21"),
                        Map.entry("long", "120.11"),
                        Map.entry("description", "路灯不亮，请联系 13812345678"),
                        Map.entry("first_name", "秀英"),
                        Map.entry("last_name", "王"),
                        Map.entry("phone", "13812345678"),
                        Map.entry("email", "wang@example.org"),
                        Map.entry("media_url", "https://photos.example.org/1.jpg"),
                        Map.entry("account_id", "account-7"),
                        Map.entry("attribute[asset_id]", "LAMP-0042")));
        assertThat(filed.statusCode()).isEqualTo(201);
        schemas.assertJson("service_requests", filed.body());
        String id = JsonMapper.shared()
                .readTree(filed.body())
                .at("/0/service_request_id")
                .asString();

        assertBoth("service_requests", "/open311/v2/requests/" + id, "");
        assertBoth("service_requests", "/open311/v2/requests/" + id, "?extended=true");
        JsonNode read = json("/open311/v2/requests/" + id + ".json").get(0);
        assertThat(read.path("status").asString()).isEqualTo("open");
        assertThat(read.path("description").asString()).isEqualTo("路灯不亮，请联系 138****5678");
        assertThat(read.path("lat").asDouble()).isEqualTo(30.21);
        assertThat(read.toString())
                .doesNotContain("13812345678", "秀英", "wang@example.org", "photos.example.org", "account-7");

        Received heard = heard(id);
        assertThat(heard.channel()).isEqualTo(Channel.OPEN311);
        assertThat(heard.residentId()).isNotNull();
        assertThat(heard.assetId()).isEqualTo("LAMP-0042");
        assertThat(heard.text().value()).contains("https://photos.example.org/1.jpg");

        intake.broker.say(
                Topics.CASES,
                heard.reportId(),
                CaseNews.of(
                        heard.reportId(),
                        1,
                        CaseState.CLOSED,
                        Instant.now(),
                        new Closed(CloseReason.CHECKED, null, true)));
        await().untilAsserted(() -> assertThat(json("/open311/v2/requests/" + id + ".json")
                        .at("/0/status")
                        .asString())
                .isEqualTo("closed"));
        assertThat(ids("?status=closed")).contains(id);
        assertThat(ids("?status=open")).doesNotContain(id);
        assertThat(ids("?status=open,closed&service_code=" + LAMP)).contains(id);
        assertThat(ids("?service_code=" + REFUSE)).doesNotContain(id);
    }

    @Test
    void what_needs_a_look_gets_a_token_and_is_public_after_it() throws Exception {
        HttpResponse<String> filed =
                file("xml", Map.of("service_code", REFUSE, "address_string", "江滨苑南门", "description", "垃圾成堆"));
        assertThat(filed.statusCode()).isEqualTo(201);
        schemas.assertXml(filed.body());
        String token = filed.body().replaceAll("(?s).*<token>(.*)</token>.*", "$1");

        assertBoth("service_requests", "/open311/v2/tokens/" + token, "");
        assertThat(json("/open311/v2/tokens/" + token + ".json")
                        .at("/0/service_request_id")
                        .isNull())
                .isTrue();
        assertThat(get("/open311/v2/tokens/" + UUID.randomUUID() + ".xml").statusCode())
                .isEqualTo(404);

        intake.broker.say(
                Topics.CASES,
                token,
                CaseNews.of(
                        token, 1, CaseState.IN_PROGRESS, Instant.now(), new Closed(CloseReason.CHECKED, null, true)));
        await().untilAsserted(() -> assertThat(json("/open311/v2/tokens/" + token + ".json")
                        .at("/0/service_request_id")
                        .asString(""))
                .matches("\\d{6}-\\d{4,}"));
        String id = json("/open311/v2/tokens/" + token + ".json")
                .at("/0/service_request_id")
                .asString();
        assertThat(ids("?service_code=" + REFUSE)).contains(id);
    }

    @Test
    void pages_and_lists_of_ids_cut_the_same_list() throws Exception {
        List<String> filed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> one = file("json", Map.of("service_code", LAMP, "lat", "30.21", "long", "120.11"));
            filed.add(JsonMapper.shared()
                    .readTree(one.body())
                    .at("/0/service_request_id")
                    .asString());
        }
        List<String> paged = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            paged.addAll(ids("?page_size=2&page=" + page));
        }
        assertThat(paged).doesNotHaveDuplicates().containsAll(filed);
        assertThat(ids("?service_request_id=" + String.join(",", filed) + "&status=closed"))
                .containsExactlyInAnyOrderElementsOf(filed);
        assertThat(ids("?start_date=2020-01-01T00:00:00Z&end_date=2020-02-01T00:00:00%2B08:00"))
                .isEmpty();
        assertThat(ids("?service_code=&status=&start_date=")).containsAll(filed);
    }

    /** Control characters, right to left, emoji, half a pair: what XML cannot hold is replaced, the rest is as it was. */
    @Test
    void whatever_somebody_wrote_comes_back_in_both_formats() throws Exception {
        String written = "a\u0001b\u000b شكوى \u202Eevil \uD83D\uDEA8 <b>&amp; ]]>";
        HttpResponse<String> filed =
                file("json", Map.of("service_code", LAMP, "lat", "30.21", "long", "120.11", "description", written));
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
        String id = JsonMapper.shared()
                .readTree(filed.body())
                .at("/0/service_request_id")
                .asString();

        assertBoth("service_requests", "/open311/v2/requests/" + id, "");
        assertThat(json("/open311/v2/requests/" + id + ".json")
                        .at("/0/description")
                        .asString())
                .contains("شكوى", "\uD83D\uDEA8", "<b>&amp; ]]>");
        assertThat(get("/open311/v2/requests/" + id + ".xml").body())
                .contains("a\uFFFDb\uFFFD", "شكوى", "\uD83D\uDEA8", "&lt;b", "&amp;amp; ]]&gt;");
    }

    @Test
    void the_same_word_of_a_key_files_once() throws Exception {
        Map<String, String> form = Map.of("service_code", LAMP, "lat", "30.21", "long", "120.11");
        String word = UUID.randomUUID().toString();
        assertThat(file("json", form, word).body())
                .isEqualTo(file("json", form, word).body());
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_in_the_format_that_was_asked_for() throws Exception {
        for (String format : List.of("json", "xml")) {
            HttpResponse<String> wrong = file(
                    format,
                    Map.of(
                            "service_code", LAMP,
                            "lat", "xyz",
                            "email", "nobody",
                            "media_url", "file:///etc/passwd",
                            "phone", "1",
                            "description", "字".repeat(4001),
                            "attribute[nature]", "TIP_OFF"));
            assertThat(wrong.statusCode()).isEqualTo(400);
            if (format.equals("xml")) {
                schemas.assertXml(wrong.body());
            } else {
                schemas.assertJson("errors", wrong.body());
                assertThat(JsonMapper.shared().readTree(wrong.body()).size()).isGreaterThanOrEqualTo(7);
            }
        }
        assertErrors(404, "/open311/v2/services.xml?jurisdiction_id=elsewhere.example");
        assertErrors(404, "/open311/v2/requests/nothing.xml");
        assertErrors(404, "/open311/v2/nonsense.xml");
        assertErrors(404, "/open311/nonsense");
        assertErrors(400, "/open311/v2/requests.xml?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z");
        assertErrors(400, "/open311/v2/requests.xml?status=lost&page=0&page_size=x&start_date=soon");
        assertThat(get("/open311/v2/services.json?jurisdiction_id=d").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_key_is_needed_until_it_is_revoked_and_both_are_on_record() throws Exception {
        Map<String, String> form = Map.of("service_code", LAMP, "lat", "30.21", "long", "120.11");
        assertThat(send("json", form, null, null).statusCode()).isEqualTo(403);
        assertThat(send("json", form, "wg_nonsense", null).statusCode()).isEqualTo(403);
        String changed = key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");
        assertThat(send("xml", form, changed, null).statusCode()).isEqualTo(403);

        String keyId = UUID.randomUUID().toString();
        Answer issued = issue(keyId);
        assertThat(issued.status()).isEqualTo(201);
        assertThat(issue(keyId).status()).isEqualTo(409);
        assertThat(send("json", form, issued.text("key"), null).statusCode()).isEqualTo(201);
        Answer listed = intake.get(ADMIN, "/api/v1/api-keys");
        assertThat(listed.raw().body()).contains(keyId).doesNotContain(issued.text("key"), "secretHash");

        assertThat(intake.send(intake.as(YunshanDirectory.WORKER, "/api/v1/api-keys/" + keyId)
                                .DELETE())
                        .status())
                .isEqualTo(403);
        assertThat(intake.send(intake.as(ADMIN, "/api/v1/api-keys/" + keyId).DELETE())
                        .status())
                .isEqualTo(204);
        assertThat(send("json", form, issued.text("key"), null).statusCode()).isEqualTo(403);
        var audit = intake.broker.heard(Topics.AUDIT, 3).stream()
                .filter(event -> event.stream().equals("api-key/" + keyId))
                .map(event -> (Object) event.body())
                .toList();
        assertThat(audit).hasSize(2);
        assertThat(audit.get(0)).isInstanceOf(ApiKeyIssued.class);
        assertThat(audit.get(1)).isInstanceOf(ApiKeyRevoked.class);
    }

    private static void assertErrors(int status, String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        schemas.assertXml(answer.body());
    }

    private static void assertBoth(String root, String path, String query) throws Exception {
        HttpResponse<String> xml = get(path + ".xml" + query);
        assertThat(xml.statusCode()).as(xml.body()).isEqualTo(200);
        assertThat(xml.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        schemas.assertXml(xml.body());
        HttpResponse<String> json = get(path + ".json" + query);
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
        schemas.assertJson(root, json.body());
    }

    private static List<String> ids(String query) throws Exception {
        HttpResponse<String> answer = get("/open311/v2/requests.json" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        schemas.assertJson("service_requests", answer.body());
        return JsonMapper.shared()
                .readTree(answer.body())
                .valueStream()
                .map(request -> request.path("service_request_id").asString())
                .toList();
    }

    private static JsonNode json(String path) throws Exception {
        return JsonMapper.shared().readTree(get(path).body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(intake.request(path).build(), BodyHandlers.ofString());
    }

    private static Answer issue(String keyId) throws Exception {
        return intake.send(intake.as(ADMIN, "/api/v1/api-keys")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"id\":\"%s\",\"name\":\"云山随手拍\"}".formatted(keyId))));
    }

    private static HttpResponse<String> file(String format, Map<String, String> form) throws Exception {
        return send(format, form, key, null);
    }

    private static HttpResponse<String> file(String format, Map<String, String> form, String word) throws Exception {
        return send(format, form, key, word);
    }

    private static HttpResponse<String> send(String format, Map<String, String> form, String apiKey, String word)
            throws Exception {
        String body = form.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&", apiKey == null ? "" : "api_key=" + apiKey + "&", ""));
        var request = intake.request("/open311/v2/requests." + format)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(body));
        return HTTP.send(
                (word == null ? request : request.header("Idempotency-Key", word)).build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Received heard(String trackingNumber) {
        return intake.broker.heard(Topics.REPORTS, 1).stream()
                .map(event -> (Received) event.body())
                .filter(received -> received.trackingNumber().equals(trackingNumber))
                .findFirst()
                .orElseThrow();
    }

    private static CategoryItem category(
            String id, String kind, String nameZh, String nameEn, boolean confirmFirst, boolean retired) {
        return new CategoryItem(
                id,
                1,
                kind,
                "大类",
                nameZh,
                "Class",
                nameEn,
                "big",
                "STREET",
                "市政",
                new LimitItem(2, "WORK_HOUR"),
                new LimitItem(1, "WORKDAY"),
                confirmFirst,
                true,
                false,
                "符合立案条件",
                "恢复",
                retired);
    }
}

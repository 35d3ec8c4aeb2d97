package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.ADMIN;
import static io.wangge.intake.YunshanDirectory.DISPATCHER;
import static io.wangge.intake.YunshanDirectory.INSPECTOR;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.wangge.contracts.Topics;
import io.wangge.contracts.casefile.CaseEvent;
import io.wangge.contracts.casefile.CaseEvent.CloseReason;
import io.wangge.contracts.casefile.CaseState;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.CaseNews;
import io.wangge.intake.http.RunningIntake.Answer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** People without an account: what they may do, and what they may not. */
class PublicDoorIT {
    private static final Map<String, String> CODES = new ConcurrentHashMap<>();
    private static HttpServer provider;
    private static RunningIntake intake;

    @BeforeAll
    static void start() throws Exception {
        provider = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        provider.createContext("/sms", exchange -> {
            JsonNode message = JsonMapper.shared().readTree(exchange.getRequestBody());
            if (message.path("subject").asString().equals("phone-code")) {
                CODES.put(
                        message.path("phone").asString(),
                        message.path("facts").path("code").asString());
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        provider.start();
        intake = new RunningIntake(
                "--grid.notices.sms.url=http://127.0.0.1:"
                        + provider.getAddress().getPort() + "/sms",
                "--grid.notices.every=100ms",
                "--grid.public.proof-of-work=2000");
    }

    @AfterAll
    static void stop() {
        intake.close();
        provider.stop(0);
    }

    @Test
    void residents_read_what_was_published_of_the_hotlines_articles_and_nothing_else() throws Exception {
        String open = UUID.randomUUID().toString();
        String inside = UUID.randomUUID().toString();
        String article =
                "{\"question\": \"%s\", \"answer\": \"带身份证到社区服务站办理。\", \"keywords\": \"暂住证\", \"published\": %s}";
        assertThat(intake.put(DISPATCHER, "/api/v1/hotline/articles/" + open, article.formatted("居住证怎么续签", true))
                        .status())
                .isEqualTo(200);
        assertThat(intake.put(DISPATCHER, "/api/v1/hotline/articles/" + inside, article.formatted("居住证续签要催多久", false))
                        .status())
                .isEqualTo(200);

        JsonNode found =
                look("/api/v1/public/faq?q=%E6%9A%82%E4%BD%8F%E8%AF%81").json().path("items");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("id").asString()).isEqualTo(open);
        assertThat(found.get(0).propertyNames()).containsExactlyInAnyOrder("id", "question", "answer");
        assertThat(look("/api/v1/public/faq?q=" + "x".repeat(61)).status()).isEqualTo(400);

        assertThat(intake.put(
                                DISPATCHER,
                                "/api/v1/hotline/articles/" + open,
                                "{\"question\": \"居住证怎么续签\", \"answer\": \"带身份证到社区服务站办理。\"}")
                        .status())
                .isEqualTo(200);
        assertThat(look("/api/v1/public/faq").json().path("items").toString()).doesNotContain(open);
    }

    @Test
    void a_code_opens_a_session_of_that_person_alone() throws Exception {
        String session = signIn("13922220001");
        String id = UUID.randomUUID().toString();

        Answer receipt = post("/api/v1/public/reports", body(id, "路灯不亮"), "Authorization", "Bearer " + session);

        assertThat(receipt.status()).isEqualTo(201);
        Received heard = heard(id);
        assertThat(heard.channel()).isEqualTo(Channel.WEB);
        assertThat(heard.residentId()).isNotNull();
        assertThat(heard.firstReceiver().id()).isEqualTo("web");
        JsonNode own = get("/api/v1/public/reports", "Authorization", "Bearer " + session)
                .json()
                .path("items");
        assertThat(own).hasSize(1);
        assertThat(own.get(0).path("text").asString()).isEqualTo("路灯不亮");
        assertThat(own.get(0).path("reportId").asString()).isEqualTo(id);

        String other = signIn("13922220002");
        assertThat(get("/api/v1/public/reports", "Authorization", "Bearer " + other)
                        .json()
                        .path("items"))
                .isEmpty();
        JsonNode seen = get(
                        "/api/v1/public/tracking/" + receipt.text("trackingNumber"), "Authorization", "Bearer " + other)
                .json();
        assertThat(seen.path("stage").path("zh").asString()).isEqualTo("已收到");
        assertThat(seen.has("text")).isFalse();
        assertThat(seen.has("reportId")).isFalse();
    }

    @Test
    void a_code_is_good_once_and_few_tries_end_it_and_no_more_are_sent_than_one_a_minute() throws Exception {
        askCode("13922220003");
        assertThat(post("/api/v1/public/codes", proven("{\"phone\":\"13922220003\"}"))
                        .status())
                .isEqualTo(429);
        String code = code("13922220003");
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int tried = 0; tried < 5; tried++) {
            assertThat(enter("13922220003", wrong).status()).isEqualTo(401);
        }

        assertThat(enter("13922220003", code).text("code")).isEqualTo("code-wrong");

        askCode("13922220004");
        String good = code("13922220004");
        assertThat(enter("13922220004", good).status()).isEqualTo(200);
        assertThat(enter("13922220004", good).status()).isEqualTo(401);
        assertThat(post("/api/v1/public/codes", "{\"phone\":\"057112345678\"}").status())
                .isEqualTo(400);
    }

    @Test
    void a_place_is_found_by_name_without_an_account_and_nothing_by_nothing() throws Exception {
        String file =
                "id,name,kind,address,longitude,latitude,system,aliases\n1,南门市场,市场,南门路5号,120.1530,30.2206,WGS84,\n";
        assertThat(intake.send(intake.as(ADMIN, "/api/v1/places/imports")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString(file)))
                        .status())
                .isEqualTo(200);

        JsonNode found =
                get("/api/v1/public/places?q=nmsc", "X-None", "x").json().path("items");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("name").asString()).isEqualTo("南门市场");
        assertThat(found.get(0).path("location").path("coordinates").get(0).asDouble())
                .isEqualTo(120.1530);

        assertThat(get("/api/v1/public/places?q=", "X-None", "x").json().path("items"))
                .isEmpty();
        assertThat(get("/api/v1/public/places?q=" + "x".repeat(61), "X-None", "x")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_a_session_is_needed_for_is_refused_without_one() throws Exception {
        assertThat(get("/api/v1/public/reports", "X-None", "x").status()).isEqualTo(401);
        assertThat(get("/api/v1/public/reports", "Authorization", "Bearer made-up")
                        .status())
                .isEqualTo(401);
        assertThat(get("/api/v1/public/tracking/000000-0000", "X-None", "x").status())
                .isEqualTo(404);
        assertThat(intake.send(intake.request("/api/v1/notices")).status()).isEqualTo(401);
    }

    @Test
    void an_anonymous_reporter_adds_photos_by_his_receipt_and_a_clerk_releases_one_with_faces_hidden()
            throws Exception {
        String id = UUID.randomUUID().toString();
        Answer receipt = post("/api/v1/public/reports", proven(body(id, "垃圾成堆")));
        assertThat(receipt.status()).isEqualTo(201);
        assertThat(heard(id).residentId()).isNull();
        String photo = UUID.randomUUID().toString();
        byte[] white = picture();

        assertThat(send(photo, id, "wrong", white).status()).isEqualTo(401);
        Answer stored = send(photo, id, receipt.text("receipt"), white);
        assertThat(stored.text("state")).as(stored.raw().body()).isEqualTo("STORED");
        assertThat(send(
                                UUID.randomUUID().toString(),
                                id,
                                receipt.text("receipt"),
                                "no picture".getBytes(StandardCharsets.UTF_8))
                        .text("failure"))
                .isEqualTo("file-type-not-allowed");
        assertThat(intake.send(intake.request("/api/v1/public/photos/" + photo)).status())
                .isEqualTo(404);

        String release = "/api/v1/attachments/" + photo + "/release";
        String areas = "{\"areas\":[{\"x\":0.5,\"y\":0,\"width\":0.5,\"height\":1}]}";
        assertThat(intake.put(WORKER, release, areas).status()).isEqualTo(403);
        assertThat(intake.put(DISPATCHER, release, "{}").status()).isEqualTo(400);
        assertThat(intake.put(DISPATCHER, release, "{\"areas\":[{\"x\":0.5,\"y\":0,\"width\":0.6,\"height\":1}]}")
                        .status())
                .isEqualTo(400);
        Answer released = intake.put(DISPATCHER, release, areas);
        assertThat(released.status()).as(released.raw().body()).isEqualTo(200);

        BufferedImage shown = image("/api/v1/public/photos/" + photo);
        assertThat(new Color(shown.getRGB(10, 10)).getRed()).isGreaterThan(200);
        assertThat(new Color(shown.getRGB(shown.getWidth() - 10, 10)).getRed()).isLessThan(100);
        JsonNode tracked = get("/api/v1/public/tracking/" + receipt.text("trackingNumber"), "X-None", "x")
                .json();
        assertThat(tracked.path("photos").get(0).path("url").asString()).endsWith(photo);

        assertThat(intake.send(intake.as(DISPATCHER, release).DELETE()).status())
                .isEqualTo(204);
        assertThat(intake.send(intake.request("/api/v1/public/photos/" + photo)).status())
                .isEqualTo(404);
    }

    @Test
    void who_holds_the_receipt_asks_once_for_it_to_be_done_again() throws Exception {
        String id = UUID.randomUUID().toString();
        Answer receipt = post("/api/v1/public/reports", proven(body(id, "井盖破损")));
        String number = receipt.text("trackingNumber");
        String key = receipt.text("receipt");
        String path = "/api/v1/public/tracking/" + number + "/reopening";
        String reason = "{\"reason\":\"还是没有修好\"}";

        assertThat(post(path, reason, "X-Receipt", key).text("code")).isEqualTo("not-closed");
        intake.broker.say(
                Topics.CASES,
                id,
                CaseNews.of(
                        id,
                        1,
                        CaseState.CLOSED,
                        Instant.now(),
                        new CaseEvent.Closed(CloseReason.UNCONFIRMED, null, true)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("/api/v1/public/tracking/" + number, "X-Receipt", key)
                                .json()
                                .path("mayReopen")
                                .asBoolean())
                        .isTrue());

        assertThat(post(path, reason, "X-None", "x").status()).isEqualTo(401);
        assertThat(post(path, reason, "X-Receipt", key).status()).isEqualTo(202);
        assertThat(post(path, reason, "X-Receipt", key).text("code")).isEqualTo("reopening-asked-before");
        JsonNode seen = get("/api/v1/public/tracking/" + number, "X-None", "x").json();
        assertThat(seen.path("unit").path("zh").asString()).isEqualTo("江滨社区");
        assertThat(seen.path("mayReopen").asBoolean()).isFalse();

        assertThat(intake.get(WORKER, "/api/v1/reports/reopenings").status()).isEqualTo(403);
        JsonNode asked = askedFor(id);
        assertThat(asked.path("reason").asString()).isEqualTo("还是没有修好");
        assertThat(asked.path("report").path("trackingNumber").asString()).isEqualTo(number);
        String refusal = "/api/v1/reports/" + id + "/reopening/refusal";
        assertThat(answer(refusal, "{}").status()).isEqualTo(400);
        assertThat(answer(refusal, "{\"reason\":\"已现场复核\"}").status()).isEqualTo(204);
        assertThat(askedFor(id).isMissingNode()).isTrue();
        assertThat(answer(refusal, "{\"reason\":\"再说一次\"}").text("code")).isEqualTo("no-reopening-asked");
    }

    @Test
    void whose_report_was_merged_sees_how_the_case_stands_that_carries_it() throws Exception {
        String id = UUID.randomUUID().toString();
        String carrying = UUID.randomUUID().toString();
        String number = post("/api/v1/public/reports", proven(body(id, "路灯不亮"))).text("trackingNumber");
        post("/api/v1/public/reports", proven(body(carrying, "路灯又不亮")));
        Instant promised = Instant.now().plusSeconds(7200).truncatedTo(ChronoUnit.SECONDS);
        caseIs(id, 1, CaseState.MERGED, new CaseEvent.MergedInto(carrying, "同一盏灯"), null);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tracked(number).path("stageCode").asString().equals("MERGED"));

        caseIs(carrying, 1, CaseState.IN_PROGRESS, new CaseEvent.Accepted("c1"), promised);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> tracked(number).path("stageCode").asString().equals("IN_PROGRESS"));
        assertThat(tracked(number).path("stage").path("zh").asString()).isEqualTo("正在办理");
        assertThat(tracked(number).path("unit").path("zh").asString()).isEqualTo("江滨社区");
        assertThat(OffsetDateTime.parse(tracked(number).path("promisedAt").asString())
                        .toInstant())
                .isEqualTo(promised);
        assertThat(tracked(number).path("trackingNumber").asString()).isEqualTo(number);
    }

    private static JsonNode tracked(String number) throws Exception {
        return get("/api/v1/public/tracking/" + number, "X-None", "x").json();
    }

    private static void caseIs(String id, long seq, CaseState state, CaseEvent what, Instant dueAt) throws Exception {
        intake.broker.say(Topics.CASES, id, CaseNews.of(id, seq, state, Instant.now(), what, dueAt));
    }

    @Test
    void a_request_to_do_it_again_is_gone_once_the_case_is_open_again() throws Exception {
        String id = UUID.randomUUID().toString();
        Answer receipt = post("/api/v1/public/reports", proven(body(id, "井盖又破损")));
        String number = receipt.text("trackingNumber");
        String key = receipt.text("receipt");
        caseIs(id, 1, CaseState.CLOSED);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> post(
                                        "/api/v1/public/tracking/" + number + "/reopening",
                                        "{\"reason\":\"又坏了\"}",
                                        "X-Receipt",
                                        key)
                                .status()
                        == 202);
        assertThat(askedFor(id).isMissingNode()).isFalse();
        caseIs(id, 2, CaseState.PENDING_ACCEPTANCE);
        await().atMost(Duration.ofSeconds(30)).until(() -> askedFor(id).isMissingNode());
    }

    private static void caseIs(String id, long seq, CaseState state) throws Exception {
        intake.broker.say(
                Topics.CASES,
                id,
                CaseNews.of(
                        id,
                        seq,
                        state,
                        Instant.now(),
                        state == CaseState.CLOSED
                                ? new CaseEvent.Closed(CloseReason.UNCONFIRMED, null, true)
                                : new CaseEvent.Accepted("c1")));
    }

    /** What waits for the inspector of the street. */
    private static JsonNode askedFor(String id) throws Exception {
        return intake.get(INSPECTOR, "/api/v1/reports/reopenings")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("report").path("id").asString().equals(id))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private static Answer answer(String path, String body) throws Exception {
        return intake.send(intake.as(INSPECTOR, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String signIn(String phone) throws Exception {
        askCode(phone);
        Answer entered = enter(phone, code(phone));
        assertThat(entered.status()).as(entered.raw().body()).isEqualTo(200);
        return entered.text("token");
    }

    private static void askCode(String phone) throws Exception {
        assertThat(post("/api/v1/public/codes", proven("{\"phone\":\"" + phone + "\"}"))
                        .status())
                .isEqualTo(202);
    }

    private static String code(String phone) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> CODES.get(phone), code -> code != null);
    }

    private static Answer enter(String phone, String code) throws Exception {
        return post("/api/v1/public/sessions", "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, code));
    }

    private static Answer post(String path, String body, String... headers) throws Exception {
        var request =
                intake.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return intake.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static Answer look(String path) throws Exception {
        return intake.send(intake.request(path));
    }

    private static Answer get(String path, String... headers) throws Exception {
        return intake.send(intake.request(path).headers(headers));
    }

    private static Answer send(String photo, String reportId, String receipt, byte[] bytes) throws Exception {
        return intake.send(intake.request("/api/v1/public/photos/" + photo + "?reportId=" + reportId)
                .header("X-Receipt", receipt)
                .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    private static BufferedImage image(String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            byte[] bytes = http.send(intake.request(path).build(), BodyHandlers.ofByteArray())
                    .body();
            return ImageIO.read(new ByteArrayInputStream(bytes));
        }
    }

    private static byte[] picture() throws Exception {
        BufferedImage white = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = white.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, 400, 300);
        brush.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(white, "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    @Test
    void a_proof_of_work_is_asked_for_and_is_good_once() throws Exception {
        String path = "/api/v1/public/reports";
        String plain = body(UUID.randomUUID().toString(), "噪音扰民");
        String proof = proof();

        assertThat(post(path, plain).status()).isEqualTo(400);
        assertThat(post(path, proven(plain, "bm9uc2Vuc2U=")).status()).isEqualTo(400);
        assertThat(post(path, proven(plain, proof)).status()).isEqualTo(201);
        assertThat(post(path, proven(plain, proof)).status()).isEqualTo(400);
    }

    private static String proven(String body) throws Exception {
        return proven(body, proof());
    }

    private static String proven(String body, String proof) {
        return body.substring(0, body.length() - 1) + ",\"proof\":\"" + proof + "\"}";
    }

    /** As a browser finds it. */
    private static String proof() throws Exception {
        JsonNode asked = get("/api/v1/public/challenge", "X-None", "x").json();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long number = 0; number <= asked.path("maxnumber").asLong(); number++) {
            byte[] tried = (asked.path("salt").asString() + number).getBytes(StandardCharsets.UTF_8);
            if (HexFormat.of()
                    .formatHex(digest.digest(tried))
                    .equals(asked.path("challenge").asString())) {
                String solved =
                        "{\"algorithm\":\"%s\",\"challenge\":\"%s\",\"number\":%d,\"salt\":\"%s\",\"signature\":\"%s\"}"
                                .formatted(
                                        asked.path("algorithm").asString(),
                                        asked.path("challenge").asString(),
                                        number,
                                        asked.path("salt").asString(),
                                        asked.path("signature").asString());
                return Base64.getEncoder().encodeToString(solved.getBytes(StandardCharsets.UTF_8));
            }
        }
        throw new AssertionError("no number fits");
    }

    private static String body(String id, String text) {
        return "{\"id\":\"%s\",\"text\":\"%s\",\"location\":{\"type\":\"Point\",\"coordinates\":[120.11,30.21]}}"
                .formatted(id, text);
    }

    private static Received heard(String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> intake.broker.heard(Topics.REPORTS, 1).stream()
                                .map(event -> (Received) event.body())
                                .filter(received -> received.reportId().equals(id))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }
}

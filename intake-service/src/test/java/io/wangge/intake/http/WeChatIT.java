package io.wangge.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Streams;
import io.wangge.contracts.Topics;
import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.photo.CameraPictures;
import io.wangge.intake.wechat.Incoming;
import io.wangge.intake.wechat.MessageSeal;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The official account in its encrypted mode, with the platform played by a server on this machine. */
class WeChatIT {
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String PATH = "/api/v1/public/wechat";
    private static final MessageSeal SEAL = new MessageSeal("token-1", "wx-app", KEY, Duration.ofMinutes(5));
    private static final List<JsonNode> SENT = new CopyOnWriteArrayList<>();
    private static final AtomicInteger TOKENS = new AtomicInteger();
    private static HttpServer platform;
    private static RunningIntake intake;

    @BeforeAll
    static void start() throws Exception {
        platform = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        platform.createContext(
                "/cgi-bin/stable_token",
                exchange -> answer(
                        exchange, "{\"access_token\":\"t-" + TOKENS.incrementAndGet() + "\",\"expires_in\":7200}"));
        platform.createContext("/cgi-bin/message/template/send", exchange -> {
            JsonNode message = JsonMapper.shared().readTree(exchange.getRequestBody());
            // The first token has ended, as when another machine fetched one.
            boolean over = exchange.getRequestURI().getQuery().contains("t-1");
            if (!over) {
                SENT.add(message);
            }
            answer(exchange, over ? "{\"errcode\":42001}" : "{\"errcode\":0}");
        });
        byte[] photo = CameraPictures.jpeg(400, 300, 7);
        platform.createContext("/cgi-bin/media/get", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
            exchange.sendResponseHeaders(200, photo.length);
            exchange.getResponseBody().write(photo);
            exchange.close();
        });
        platform.start();
        intake = new RunningIntake(
                "--grid.wechat.token=token-1",
                "--grid.wechat.app-id=wx-app",
                "--grid.wechat.aes-key=" + KEY,
                "--grid.wechat.secret=secret-1",
                "--grid.wechat.templates.other=template-1",
                "--grid.wechat.api-base=http://127.0.0.1:"
                        + platform.getAddress().getPort(),
                "--grid.notices.quiet-from=00:00",
                "--grid.notices.quiet-to=00:00",
                "--grid.notices.every=100ms");
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, String json) throws java.io.IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterAll
    static void stop() {
        intake.close();
        platform.stop(0);
    }

    @Test
    void the_platforms_question_is_answered_and_a_forged_one_is_not() throws Exception {
        String now = Long.toString(Instant.now().getEpochSecond());
        String good = "?signature=" + SEAL.signature(now, "n", null) + "&timestamp=" + now + "&nonce=n&echostr=e-1";

        assertThat(raw(PATH + good, null).body()).isEqualTo("e-1");
        assertThat(raw(PATH + good.replace("nonce=n", "nonce=m"), null).statusCode())
                .isEqualTo(403);
        assertThat(raw(PATH, null).statusCode()).isEqualTo(403);
    }

    @Test
    void forged_old_plain_and_entity_messages_are_refused() throws Exception {
        String xml = text("o-9", "1", "x");
        long now = Instant.now().getEpochSecond();

        assertThat(deliver(xml, now, "0".repeat(40)).statusCode()).isEqualTo(403);
        assertThat(deliver(xml, now - 600, null).statusCode()).isEqualTo(403);
        String plain = "?signature=" + SEAL.signature(Long.toString(now), "n", null) + "&timestamp=" + now + "&nonce=n";
        assertThat(raw(PATH + plain, xml).statusCode()).isEqualTo(403);
        String bomb =
                "<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml><FromUserName>&a;</FromUserName></xml>";
        assertThat(deliver(bomb, now, null).statusCode()).isEqualTo(400);
    }

    @Test
    void a_dialogue_of_text_photo_and_place_is_one_report_though_the_platform_sends_again() throws Exception {
        String openid = "o-" + UUID.randomUUID();
        assertThat(say(text(openid, "11", "望江路井盖破损"))).contains("请发送位置");
        assertThat(say(message(openid, "12", "image", "<MediaId>m-1</MediaId>")))
                .contains("位置");
        String place = message(
                openid,
                "13",
                "location",
                "<Location_X>30.21</Location_X><Location_Y>120.11</Location_Y><Label>望江路</Label>");

        String answer = say(place);

        assertThat(answer).contains("已收到，编号 ");
        assertThat(say(place)).isEqualTo(answer);
        String number = answer.replaceAll(".*编号 (\\d{6}-\\d+).*", "$1");
        assertThat(say(text(openid, "14", number))).contains(number).contains("已收到");
        Received heard = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> intake.broker.heard(Topics.REPORTS, 1).stream()
                                .map(event -> (Received) event.body())
                                .filter(received -> received.trackingNumber().equals(number))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
        assertThat(heard.channel()).isEqualTo(Channel.WECHAT);
        // The platform's map is GCJ-02: some hundred metres off.
        assertThat(heard.location().coordinates().getFirst())
                .isNotEqualTo(120.11)
                .isBetween(120.10, 120.12);
        assertThat(heard.residentId()).isNotNull();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(intake.get(
                                        io.wangge.intake.YunshanDirectory.DISPATCHER,
                                        "/api/v1/attachments?ownerKind=REPORT&ownerId=" + heard.reportId())
                                .json()
                                .path("items")
                                .get(0)
                                .path("state")
                                .asString())
                        .isEqualTo("STORED"));

        intake.broker.say(
                Topics.NOTICES,
                heard.residentId(),
                new Envelope<>(
                        Streams.notice("n-" + openid),
                        1,
                        Instant.now(),
                        null,
                        new Raised(
                                "n-" + openid,
                                Recipient.resident(heard.residentId()),
                                "closed",
                                Map.of("trackingNumber", number),
                                "/public.html#/track/" + number,
                                null,
                                null,
                                null)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(SENT)
                        .filteredOn(sent -> sent.path("touser").asString().equals(openid))
                        .singleElement()
                        .satisfies(sent -> {
                            assertThat(sent.path("template_id").asString()).isEqualTo("template-1");
                            assertThat(sent.path("data")
                                            .path("text")
                                            .path("value")
                                            .asString())
                                    .contains(number);
                        }));
    }

    private static String say(String xml) throws Exception {
        HttpResponse<String> answer = deliver(xml, Instant.now().getEpochSecond(), null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Incoming outer = Incoming.read(answer.body()).orElseThrow();
        assertThat(outer.field("MsgSignature"))
                .isEqualTo(SEAL.signature(outer.field("TimeStamp"), outer.field("Nonce"), outer.field("Encrypt")));
        return Incoming.read(SEAL.open(outer.field("Encrypt")).orElseThrow())
                .orElseThrow()
                .field("Content");
    }

    /** @param signature null for the right one */
    private static HttpResponse<String> deliver(String xml, long at, String signature) throws Exception {
        String encrypted = SEAL.close(xml);
        String time = Long.toString(at);
        String signed = signature == null ? SEAL.signature(time, "n", encrypted) : signature;
        return raw(
                PATH + "?timestamp=" + time + "&nonce=n&encrypt_type=aes&msg_signature=" + signed,
                "<xml><ToUserName>gh_1</ToUserName><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>");
    }

    private static HttpResponse<String> raw(String path, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = intake.request(path);
            return http.send(
                    (body == null
                                    ? request
                                    : request.header("Content-Type", "text/xml").POST(BodyPublishers.ofString(body)))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String text(String openid, String id, String content) {
        return message(openid, id, "text", "<Content><![CDATA[" + content + "]]></Content>");
    }

    private static String message(String openid, String id, String type, String more) {
        return "<xml><ToUserName>gh_1</ToUserName><FromUserName>" + openid
                + "</FromUserName><CreateTime>1</CreateTime><MsgType>" + type + "</MsgType>" + more + "<MsgId>" + id
                + openid.hashCode() + "</MsgId></xml>";
    }
}

package io.wangge.ledger.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.wangge.ledger.Story;
import io.wangge.ledger.http.RunningLedger;
import io.wangge.localstack.TestBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhooksIT {
    private static final String ADMIN = "s-admin-1";
    private static RunningLedger ledger;
    private static HttpServer receiver;
    private static final Queue<Received> HEARD = new ConcurrentLinkedQueue<>();
    /** Case whose messages the receiver refuses the first time it hears them. */
    private static volatile String refusedOnce = "";

    record Received(String path, String id, String timestamp, String signature, String contentType, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            boolean refuse = !refusedOnce.isEmpty()
                    && body.contains(refusedOnce)
                    && HEARD.stream().noneMatch(heard -> heard.body().contains(refusedOnce));
            HEARD.add(new Received(
                    exchange.getRequestURI().getPath(),
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    headers.getFirst("Content-Type"),
                    body));
            int status = exchange.getRequestURI().getPath().startsWith("/gone") ? 410 : refuse ? 500 : 204;
            if (status == 204 && body.contains("webhook.test")) {
                // One that answers at length, in pieces: still an answer.
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[100_000]);
            } else {
                exchange.sendResponseHeaders(status, -1);
            }
            exchange.close();
        });
        receiver.start();
        ledger = new RunningLedger(
                TestBackend.shared().freshDatabase(),
                "--grid.webhooks.allow-http=true",
                "--grid.webhooks.allowed-networks=127.0.0.0/8",
                "--grid.webhooks.look=50ms");
    }

    @AfterAll
    static void stop() {
        ledger.close();
        receiver.stop(0);
    }

    @Test
    void a_case_is_told_in_its_order_signed_and_again_after_a_failure_while_others_go_on() throws Exception {
        String secret = subscribed("/hook", "case.*").path("secret").asString();
        Story refused = new Story().waitingForCallback();
        Story other = new Story().waitingForCallback();
        refusedOnce = refused.caseId;
        begun();
        send(refused);
        send(other);

        List<Received> ofOther = heard(
                heard -> heard.body().contains(other.caseId), caseEvents(other).size());
        assertThat(ids(ofOther)).isEqualTo(caseEvents(other));
        List<Received> ofRefused = heard(
                heard -> heard.body().contains(refused.caseId),
                caseEvents(refused).size() + 1);
        List<String> told = ids(ofRefused);
        assertThat(told.subList(1, told.size())).isEqualTo(caseEvents(refused));
        assertThat(told.getFirst()).isEqualTo(told.get(1));
        assertThat(ofRefused.getFirst().id()).isEqualTo(ofRefused.get(1).id());

        Received first = ofOther.getFirst();
        assertThat(first.contentType()).startsWith("application/cloudevents+json");
        assertThat(first.signature())
                .isEqualTo("v1," + hmac(secret, first.id() + "." + first.timestamp() + "." + first.body()));
        assertThat(first.json().path("specversion").asString()).isEqualTo("1.0");
        assertThat(first.json().path("subject").asString()).isEqualTo(other.caseId);
        assertThat(first.json().path("data").path("after").path("caseNumber").asString())
                .isNotEmpty();
        assertThat(first.body()).doesNotContain("salt", "residentId");
    }

    @Test
    void what_happened_can_be_looked_up_and_sent_again_by_hand() throws Exception {
        JsonNode webhook = subscribed("/again", "case.closed");
        String path = "/api/v1/webhooks/" + webhook.path("id").asString();
        begun();
        Story story = new Story().waitingForCallback().closed();
        send(story);
        List<Received> once = heard(heard -> heard.path().equals("/again"), 1);
        JsonNode delivery = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> json(ledger.get(ADMIN, path + "/deliveries?state=DELIVERED"))
                                .path("items")
                                .path(0),
                        found -> !found.isMissingNode());
        assertThat(delivery.path("status").asInt()).isEqualTo(204);

        ledger.post(ADMIN, path + "/deliveries/" + delivery.path("id").asString() + "/redelivery", "{}");
        List<Received> twice = heard(heard -> heard.path().equals("/again"), 2);
        assertThat(twice.get(1).id()).isEqualTo(once.getFirst().id());
        assertThat(ledger.post("s-handler-1", path + "/test", "{}").statusCode())
                .isEqualTo(404);
        assertThat(ledger.post(ADMIN, path + "/test", "{}").statusCode()).isEqualTo(200);
        assertThat(heard(heard -> heard.path().equals("/again"), 3).get(2).body())
                .contains("io.wangge.webhook.test.v1");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> json(ledger.get(ADMIN, path + "/deliveries?state=DELIVERED"))
                                .path("items")
                                .size()
                        == 2);
    }

    @Test
    void who_wants_no_more_is_left_alone() throws Exception {
        JsonNode webhook = subscribed("/gone", "case.*");
        String path = "/api/v1/webhooks/" + webhook.path("id").asString();
        ledger.post(ADMIN, path + "/test", "{}");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !json(ledger.get(ADMIN, path)).path("active").asBoolean(true));
        assertThat(json(ledger.get(ADMIN, path)).path("why").asString()).isEqualTo("gone");
    }

    @Test
    void addresses_inside_wrong_types_and_strangers_are_refused() throws Exception {
        assertThat(subscribe(ADMIN, "http://10.0.0.8/", "case.*", "u-district").body())
                .contains("url");
        assertThat(subscribe(ADMIN, "http://[::1]:8083/", "case.*", "u-district")
                        .statusCode())
                .isEqualTo(400);
        assertThat(subscribe(ADMIN, "ftp://city.example/", "case.*", "u-district")
                        .statusCode())
                .isEqualTo(400);
        assertThat(subscribe(ADMIN, "http://127.0.0.1/", "audit.*", "u-district")
                        .statusCode())
                .isEqualTo(400);
        assertThat(subscribe("s-handler-1", "http://127.0.0.1/", "case.*", "u-district")
                        .statusCode())
                .isEqualTo(403);
    }

    /** The feed asks once a second who subscribes: a message of our own tells that it is under way, a pause that it knows. */
    private static void begun() {
        long asked = System.nanoTime();
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        System.nanoTime() - asked > Duration.ofMillis(1_200).toNanos());
    }

    private static void send(Story story) {
        story.events().stream()
                .filter(event -> !event.stream().startsWith("round/"))
                .forEach(ledger::send);
    }

    private static List<String> caseEvents(Story story) {
        return story.events().stream()
                .map(event -> event.id())
                .filter(id -> id.startsWith("case/"))
                .toList();
    }

    private static List<String> ids(List<Received> heard) {
        return heard.stream().map(one -> one.json().path("id").asString()).toList();
    }

    private static List<Received> heard(Predicate<Received> which, int atLeast) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> HEARD.stream().filter(which).toList(), found -> found.size() >= atLeast);
    }

    private static JsonNode subscribed(String path, String type) throws Exception {
        HttpResponse<String> made =
                subscribe(ADMIN, "http://127.0.0.1:" + receiver.getAddress().getPort() + path, type, "u-street-1");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made);
    }

    private static HttpResponse<String> subscribe(String staff, String url, String type, String unit) throws Exception {
        return ledger.post(
                staff,
                "/api/v1/webhooks",
                "{\"id\": \"%s\", \"name\": \"市平台\", \"url\": \"%s\", \"types\": [\"%s\"], \"unitId\": \"%s\"}"
                        .formatted(UUID.randomUUID(), url, type, unit));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String hmac(String secret, String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}

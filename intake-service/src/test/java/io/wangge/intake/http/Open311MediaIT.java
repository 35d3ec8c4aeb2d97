package io.wangge.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.contracts.Topics;
import io.wangge.contracts.report.ReportEvent.Received;
import io.wangge.intake.YunshanDirectory;
import io.wangge.intake.http.RunningIntake.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Photos that come along with a request of Open311, as the apps of several cities send them. */
class Open311MediaIT {
    private static RunningIntake intake;
    private static String key;

    record Part(String name, String fileName, byte[] content) {}

    @BeforeAll
    static void start() throws Exception {
        intake = new RunningIntake();
        key = intake.send(intake.as(YunshanDirectory.ADMIN, "/api/v1/api-keys")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"id\":\"%s\",\"name\":\"云山随手拍\"}".formatted(UUID.randomUUID()))))
                .text("key");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void photos_become_attachments_of_the_report_and_one_that_is_none_fails_alone() throws Exception {
        byte[] photo = photo(40);
        byte[] other = photo(60);
        Answer filed = send(
                "once",
                new Part("media", "lamp.png", photo),
                new Part("media[1]", "", new byte[0]),
                new Part("media_2", "灯.png", other),
                new Part("media", "note.png", "no picture".getBytes(StandardCharsets.UTF_8)));
        assertThat(filed.status()).as(filed.raw().body()).isEqualTo(201);
        String number = filed.json().path(0).path("service_request_id").asString();

        List<JsonNode> attachments = attachmentsOf(number);
        assertThat(attachments)
                .extracting(one -> one.path("state").asString())
                .containsExactlyInAnyOrder("STORED", "STORED", "FAILED");
        assertThat(attachments)
                .extracting(one -> one.path("fileName").asString())
                .contains("lamp.png", "灯.png");

        Answer again = send(
                "once",
                new Part("media", "lamp.png", photo),
                new Part("media_2", "灯.png", other),
                new Part("media", "note.png", "no picture".getBytes(StandardCharsets.UTF_8)));
        assertThat(again.json().path(0).path("service_request_id").asString()).isEqualTo(number);
        assertThat(attachmentsOf(number)).hasSize(3);
    }

    @Test
    void too_many_and_too_large_ones_are_refused_before_anything_is_filed() throws Exception {
        byte[] photo = photo(10);
        Part[] seven = new Part[7];
        Arrays.setAll(seven, n -> new Part("media", n + ".png", photo));
        assertErrors(400, send("seven", seven));
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        assertErrors(400, send("large", new Part("media", "l.png", large)));
        assertThat(intake.broker.heard(Topics.REPORTS, 0).stream()
                        .map(event -> (Received) event.body())
                        .filter(received -> received.text().value().contains("large")
                                || received.text().value().contains("seven")))
                .isEmpty();
    }

    @Test
    void without_a_photo_a_multipart_request_is_a_request_too_and_half_a_body_is_refused() throws Exception {
        assertThat(send("none").status()).isEqualTo(201);
        Answer broken = intake.send(intake.request("/open311/v2/requests.json")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"api_key\"\r\n\r\nx")));
        assertErrors(400, broken);
    }

    private static void assertErrors(int status, Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.json().path(0).path("code").asInt()).isEqualTo(status);
        assertThat(answer.json().path(0).path("description").asString()).isNotEmpty();
    }

    private static List<JsonNode> attachmentsOf(String number) throws Exception {
        String id = intake.broker.heard(Topics.REPORTS, 1).stream()
                .map(event -> (Received) event.body())
                .filter(received -> received.trackingNumber().equals(number))
                .findFirst()
                .orElseThrow()
                .reportId();
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> intake.get(
                                        YunshanDirectory.DISPATCHER,
                                        "/api/v1/attachments?ownerKind=REPORT&ownerId=" + id)
                                .json()
                                .path("items")
                                .valueStream()
                                .toList(),
                        all -> all.size() == 3
                                && all.stream()
                                        .noneMatch(one ->
                                                one.path("state").asString().equals("EXPECTED")));
    }

    private static Answer send(String word, Part... parts) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<List<String>> fields = List.of(
                List.of("api_key", key),
                List.of("service_code", "0602"),
                List.of("lat", "30.21"),
                List.of("long", "120.11"),
                List.of("description", "路灯不亮 " + word));
        for (List<String> field : fields) {
            write(
                    body,
                    "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(field.get(0), field.get(1)));
        }
        for (Part part : parts) {
            write(
                    body,
                    "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: image/png\r\n\r\n"
                            .formatted(part.name(), part.fileName()));
            body.writeBytes(part.content());
            write(body, "\r\n");
        }
        write(body, "--b--\r\n");
        return intake.send(intake.request("/open311/v2/requests.json")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Idempotency-Key", word)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] photo(int width) throws Exception {
        BufferedImage image = new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB);
        Random dots = new Random(width);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, 15, dots.nextInt(0xFFFFFF));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}

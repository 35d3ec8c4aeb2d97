package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.DISPATCHER;
import static io.wangge.intake.YunshanDirectory.OTHER_WORKER;
import static io.wangge.intake.YunshanDirectory.STRANGER;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wangge.intake.http.RunningIntake.Answer;
import io.wangge.intake.photo.CameraPictures;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AttachmentsOverHttpIT {
    private static RunningIntake intake;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        intake = new RunningIntake();
    }

    @AfterAll
    static void stop() {
        intake.close();
        HTTP.close();
    }

    @Test
    void a_photo_comes_in_pieces_is_kept_and_shown_to_those_in_scope_only() throws Exception {
        String report = report(WORKER);
        byte[] photo = CameraPictures.withExif(
                CameraPictures.jpeg(1600, 1200, 5), CameraPictures.exif(1, "2026:11:22 09:30:00", 30, 120));
        String id = declared(WORKER, report, photo.length, sha256(photo));
        TusClient phone = phone(WORKER);
        assertThat(intake.get(DISPATCHER, "/api/v1/attachments/" + id).text("state"))
                .isEqualTo("EXPECTED");

        assertThat(phone.offset(id)).isZero();
        assertThat(phone.send(id, photo, 0, 70_000).statusCode()).isEqualTo(204);
        assertThat(phone.offset(id)).isEqualTo(70_000);
        assertThat(phone.send(id, photo, 0, 100).statusCode()).isEqualTo(409);
        assertThat(phone.send(id, photo, 70_000, photo.length).statusCode()).isEqualTo(204);

        JsonNode stored = intake.get(DISPATCHER, "/api/v1/attachments/" + id).json();
        assertThat(stored.path("state").asString()).isEqualTo("STORED");
        assertThat(stored.path("takenAt").asString()).isEqualTo("2026-11-22T09:30:00+08:00");
        assertThat(stored.path("width").asInt()).isEqualTo(1600);
        assertThat(intake.get(STRANGER, "/api/v1/attachments/" + id).status()).isEqualTo(404);
        assertThat(intake.get(DISPATCHER, "/api/v1/attachments?ownerKind=REPORT&ownerId=" + report)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);

        JsonNode link = links(DISPATCHER, id).path("items").path(0);
        byte[] shown = opened(link.path("url").asString(), 200);
        assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(1600);
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        byte[] small = opened(link.path("thumbnailUrl").asString(), 200);
        assertThat(ImageIO.read(new ByteArrayInputStream(small)).getWidth()).isEqualTo(320);
        opened(link.path("url").asString().replace("CONTENT", "THUMBNAIL"), 403);
        opened(link.path("url").asString().replaceFirst("expires=\\d", "expires=9"), 403);
        assertThat(links(STRANGER, id).path("items").path(0).path("problem").asString())
                .isEqualTo("not-found");
    }

    @Test
    void links_come_for_a_whole_batch_and_each_item_says_why_it_has_none() throws Exception {
        String report = report(WORKER);
        byte[] photo = CameraPictures.jpeg(60, 40, 21);
        String stored = declared(WORKER, report, photo.length, null);
        phone(WORKER).send(stored, photo, 0, photo.length);
        String expected = declared(WORKER, report, 10, null);
        String nobodys = UUID.randomUUID().toString();

        JsonNode items = intake.post(
                        DISPATCHER,
                        "/api/v1/attachments/links",
                        "{\"ids\":[\"%s\",\"%s\",\"%s\"]}".formatted(stored, expected, nobodys))
                .json()
                .path("items");

        assertThat(items.valueStream().map(item -> item.path("id").asString()))
                .containsExactly(stored, expected, nobodys);
        opened(items.path(0).path("url").asString(), 200);
        assertThat(items.path(1).path("problem").asString()).isNotEmpty();
        assertThat(items.path(2).path("problem").asString()).isEqualTo("not-found");
        String many = String.join("\",\"", java.util.Collections.nCopies(101, nobodys));
        assertThat(intake.post(DISPATCHER, "/api/v1/attachments/links", "{\"ids\":[\"" + many + "\"]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void only_who_declared_it_sends_its_bytes() throws Exception {
        String id = declared(WORKER, report(WORKER), 10, null);

        assertThat(phone(OTHER_WORKER).offset(id)).isEqualTo(-404);
        assertThat(phone(WORKER).offset(id)).isZero();
        assertThat(phone(WORKER).offset(UUID.randomUUID().toString())).isEqualTo(-404);
    }

    @Test
    void a_declaration_may_come_again_and_says_how_far_it_is() throws Exception {
        String report = report(WORKER);
        String id = UUID.randomUUID().toString();

        assertThat(declare(WORKER, id, report, 100, null).status()).isEqualTo(201);
        phone(WORKER).send(id, new byte[100], 0, 40);
        Answer again = declare(WORKER, id, report, 100, null);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("received").asLong()).isEqualTo(40);
        assertThat(again.text("uploadUrl")).isEqualTo("/api/v1/attachments/uploads/" + id);
        assertThat(declare(WORKER, id, report, 101, null).text("code")).isEqualTo("same-id-other-content");
        assertThat(declare(OTHER_WORKER, id, report, 100, null).status()).isEqualTo(409);
    }

    @Test
    void a_client_that_begins_every_upload_itself_names_what_was_declared() throws Exception {
        String id = declared(WORKER, report(WORKER), 10, null);

        assertThat(begun(id, 10).headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/api/v1/attachments/uploads/" + id));
        assertThat(begun(id, 11).statusCode()).isEqualTo(409);
        assertThat(begun(UUID.randomUUID().toString(), 10).statusCode()).isEqualTo(409);
    }

    @Test
    void what_cannot_be_kept_is_refused_with_a_reason_and_stays_refused() throws Exception {
        String report = report(WORKER);
        byte[] script = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] bomb = CameraPictures.pngThatClaims(50_000, 50_000);
        byte[] photo = CameraPictures.jpeg(40, 30, 9);

        assertRefused(declared(WORKER, report, script.length, null), script, "file-type-not-allowed");
        assertRefused(declared(WORKER, report, bomb.length, null), bomb, "file-too-many-pixels");
        assertRefused(declared(WORKER, report, photo.length, sha256(script)), photo, "file-checksum-mismatch");
    }

    private void assertRefused(String id, byte[] content, String code) throws Exception {
        HttpResponse<String> answer = phone(WORKER).send(id, content, 0, content.length);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").contains("remedy");
        assertThat(phone(WORKER).offset(id)).isEqualTo(-422);
        Answer stands = intake.get(WORKER, "/api/v1/attachments/" + id);
        assertThat(stands.text("state")).isEqualTo("FAILED");
        assertThat(stands.text("failure")).isEqualTo(code);
    }

    @Test
    void ten_megabytes_each_and_fifty_together_and_what_failed_makes_room() throws Exception {
        String report = report(WORKER);
        long ten = 10L * 1024 * 1024;
        assertThat(declare(WORKER, UUID.randomUUID().toString(), report, ten + 1, null)
                        .status())
                .isEqualTo(400);
        for (int i = 0; i < 4; i++) {
            declared(WORKER, report, ten, null);
        }
        byte[] script = new byte[1024 * 1024];
        String bad = declared(WORKER, report, script.length, null);
        assertThat(declare(WORKER, UUID.randomUUID().toString(), report, ten, null)
                        .text("code"))
                .isEqualTo("attachments-full");

        phone(WORKER).send(bad, script, 0, script.length);
        declared(WORKER, report, ten, null);
    }

    @Test
    void a_photo_whose_report_never_came_is_kept_for_who_sent_it() throws Exception {
        byte[] photo = CameraPictures.jpeg(40, 30, 10);
        String id = declared(WORKER, UUID.randomUUID().toString(), photo.length, null);

        assertThat(phone(WORKER).send(id, photo, 0, photo.length).statusCode()).isEqualTo(204);
        assertThat(intake.get(WORKER, "/api/v1/attachments/" + id).text("state"))
                .isEqualTo("STORED");
        assertThat(intake.get(DISPATCHER, "/api/v1/attachments/" + id).status()).isEqualTo(404);
    }

    @Test
    void of_a_case_only_those_who_may_read_it_add_photos() throws Exception {
        String report = report(WORKER);
        String form = "{\"id\":\"%s\",\"ownerKind\":\"CASE\",\"ownerId\":\"%s\",\"moment\":\"AFTER\",\"size\":10}";

        assertThat(intake.post(DISPATCHER, "/api/v1/attachments", form.formatted(UUID.randomUUID(), report))
                        .status())
                .isEqualTo(201);
        assertThat(intake.post(STRANGER, "/api/v1/attachments", form.formatted(UUID.randomUUID(), report))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void five_megabytes_travel_and_the_same_again_is_kept_once() throws Exception {
        byte[] photo = CameraPictures.jpeg(4000, 3000, 12);
        String one = declared(WORKER, report(WORKER), photo.length, null);
        String two = declared(WORKER, report(WORKER), photo.length, null);

        assertThat(phone(WORKER).send(one, photo, 0, photo.length).statusCode()).isEqualTo(204);
        assertThat(phone(WORKER).send(two, photo, 0, photo.length).statusCode()).isEqualTo(204);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> intake.get(WORKER, "/api/v1/attachments/" + two)
                        .text("state")
                        .equals("STORED"));
        var database = com.mongodb.client.MongoClients.create(intake.backend.mongoUri());
        try (database) {
            var attachments = database.getDatabase("grid_intake").getCollection("attachments");
            var blob = attachments
                    .find(new org.bson.Document("_id", one))
                    .first()
                    .getEmbedded(java.util.List.of("kept", "blobId"), String.class);
            assertThat(attachments
                            .find(new org.bson.Document("_id", two))
                            .first()
                            .getEmbedded(java.util.List.of("kept", "blobId"), String.class))
                    .isEqualTo(blob);
            assertThat(database.getDatabase("grid_intake")
                            .getCollection("upload_parts")
                            .countDocuments(new org.bson.Document("attachment", one)))
                    .isZero();
        }
    }

    private static TusClient phone(String staffId) {
        return new TusClient(HTTP, path -> intake.as(staffId, path));
    }

    private static HttpResponse<String> begun(String id, long length) throws Exception {
        String metadata =
                "attachmentId " + java.util.Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                intake.as(WORKER, "/api/v1/attachments/uploads")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", String.valueOf(length))
                        .header("Upload-Metadata", metadata)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private static byte[] opened(String link, int status) throws Exception {
        HttpResponse<byte[]> answer = HTTP.send(intake.request(link).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer.body();
    }

    private static JsonNode links(String staffId, String id) throws Exception {
        return intake.post(staffId, "/api/v1/attachments/links", "{\"ids\":[\"" + id + "\"]}")
                .json();
    }

    private static String report(String staffId) throws Exception {
        String id = UUID.randomUUID().toString();
        Answer answer = intake.post(
                staffId,
                "{\"id\":\"%s\",\"text\":\"井盖破损\",\"location\":{\"type\":\"Point\",\"coordinates\":[120.11,30.21]}}"
                        .formatted(id));
        assertThat(answer.status()).isEqualTo(201);
        return id;
    }

    private static String declared(String staffId, String report, long size, String sha256) throws Exception {
        String id = UUID.randomUUID().toString();
        Answer answer = declare(staffId, id, report, size, sha256);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return id;
    }

    private static Answer declare(String staffId, String id, String report, long size, String sha256) throws Exception {
        String sum = sha256 == null ? "" : ",\"sha256\":\"" + sha256 + "\"";
        return intake.post(
                staffId,
                "/api/v1/attachments",
                "{\"id\":\"%s\",\"ownerKind\":\"REPORT\",\"ownerId\":\"%s\",\"fileName\":\"井盖.jpg\",\"size\":%d%s}"
                        .formatted(id, report, size, sum));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

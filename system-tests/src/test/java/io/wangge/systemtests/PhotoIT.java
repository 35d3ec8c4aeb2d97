package io.wangge.systemtests;

import static io.wangge.systemtests.World.lampWithoutResident;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.systemtests.client.Answer;
import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.ReportForm;
import io.wangge.systemtests.client.Session;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A photo on its way: queued in the field, brought home in pieces through the gateway, seen by who holds the case. */
class PhotoIT {
    private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;
    private final World world = World.shared();
    private final Session worker = world.as("grid-worker-1");

    @Test
    void aPhotoMadeOfflineReachesTheHolderAndHisOwnShowsTheWorkDone() throws Exception {
        ReportForm report = lampWithoutResident();
        byte[] before = photo(3900, 2800, 1);
        String photo = UUID.randomUUID().toString();
        JsonNode answers = synced(report, photo, before.length);
        assertThat(answers.path(0).path("outcome").asString()).isEqualTo("STORED");
        assertThat(answers.path(1).path("outcome").asString()).isEqualTo("STORED");
        assertThat(synced(report, photo, before.length).path(1).path("outcome").asString())
                .isEqualTo("ALREADY_STORED");

        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(before.length).isGreaterThan(FIVE_MEGABYTES);
            assertThat(sent(http, worker, photo, before, 0, FIVE_MEGABYTES - 7).statusCode())
                    .isEqualTo(204);
            assertThat(sent(http, worker, photo, before, FIVE_MEGABYTES - 7, before.length)
                            .statusCode())
                    .isEqualTo(204);

            CaseView theCase = world.accepted(world.as("dispatcher-1").awaitSeq(report.id(), 2));
            Session holder = world.people().holderOf(theCase);
            JsonNode listed = listed(holder, "REPORT", report.id());
            assertThat(listed.path(0).path("state").asString()).isEqualTo("STORED");
            assertThat(picture(http, holder, photo).getWidth()).isEqualTo(2560);

            byte[] after = photo(800, 600, 2);
            String proof = UUID.randomUUID().toString();
            holder.exchange(
                            "POST",
                            "/api/v1/attachments",
                            "{\"id\":\"%s\",\"ownerKind\":\"CASE\",\"ownerId\":\"%s\",\"moment\":\"AFTER\",\"size\":%d}"
                                    .formatted(proof, theCase.id(), after.length),
                            Map.of())
                    .done();
            assertThat(sent(http, holder, proof, after, 0, after.length).statusCode())
                    .isEqualTo(204);
            assertThat(listed(world.as("dispatcher-1"), "CASE", theCase.id())
                            .path(0)
                            .path("moment")
                            .asString())
                    .isEqualTo("AFTER");
        }
    }

    private JsonNode synced(ReportForm report, String photo, int size) {
        Answer answer = worker.exchange(
                "POST", "/api/v1/reports/sync", """
                {"items":[{"kind":"ATTACHMENT","attachment":
                {"id":"%s","ownerKind":"REPORT","ownerId":"%s","size":%d}},{"kind":"REPORT","report":%s}]}""".formatted(photo, report.id(), size, report.toJson()), Map.of());
        return answer.done().json().path("items");
    }

    private HttpResponse<String> sent(HttpClient http, Session by, String id, byte[] content, int from, int to)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(world.client().base().resolve("/api/v1/attachments/uploads/" + id))
                        .header("Authorization", "Bearer " + by.token())
                        .header("Tus-Resumable", "1.0.0")
                        .header("Content-Type", "application/offset+octet-stream")
                        .header("Upload-Offset", String.valueOf(from))
                        .method("PATCH", BodyPublishers.ofByteArray(Arrays.copyOfRange(content, from, to)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode listed(Session by, String kind, String owner) {
        return by.get("/api/v1/attachments?ownerKind=" + kind + "&ownerId=" + owner)
                .path("items");
    }

    /** By a signed link, as a page shows it: without a token. */
    private BufferedImage picture(HttpClient http, Session by, String id) throws Exception {
        JsonNode link = by.exchange("POST", "/api/v1/attachments/links", "{\"ids\":[\"" + id + "\"]}", Map.of())
                .done()
                .json()
                .path("items")
                .path(0);
        HttpResponse<byte[]> shown = http.send(
                HttpRequest.newBuilder(
                                world.client().base().resolve(link.path("url").asString()))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(shown.statusCode()).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(shown.body()));
    }

    /** Noise, which no encoder makes small. */
    private static byte[] photo(int width, int height, long seed) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0xffffff));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }
}

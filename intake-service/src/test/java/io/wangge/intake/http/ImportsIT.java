package io.wangge.intake.http;

import static io.wangge.intake.YunshanDirectory.DISPATCHER;
import static io.wangge.intake.YunshanDirectory.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Filters;
import io.wangge.intake.http.RunningIntake.Answer;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 批量导入 on the whole service. */
class ImportsIT {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String START =
            "{\"columns\":[\"TEXT\",\"LONGITUDE\",\"LATITUDE\",\"RESIDENT_PHONE\"],\"channel\":\"RECEPTION\"}";
    private static RunningIntake intake;
    private static MongoClient mongo;

    @BeforeAll
    static void start() throws Exception {
        intake = new RunningIntake();
        mongo = MongoClients.create(intake.backend.mongoUri());
    }

    @AfterAll
    static void stop() {
        mongo.close();
        intake.close();
    }

    @Test
    void a_table_is_looked_at_mapped_and_becomes_reports_and_its_bad_lines_come_back() throws Exception {
        String id = UUID.randomUUID().toString();
        String table = "诉求内容,经度,纬度,联系电话\r\n"
                + "路灯不亮,120.11,30.21,13800001111\r\n"
                + "=HYPERLINK(1),120.11,30.21,一二三\r\n"
                + ",120.11,30.21,13800001112\r\n"
                + "垃圾成堆,120.13,30.21,13800001113\r\n";

        Answer looked = upload(id, table.getBytes(GBK));
        assertThat(looked.status()).as(looked.raw().body()).isEqualTo(201);
        assertThat(looked.text("encoding")).isEqualTo("GBK");
        assertThat(looked.text("state")).isEqualTo("UPLOADED");
        assertThat(looked.json().at("/columns/0").asString()).isEqualTo("TEXT");
        assertThat(looked.json().at("/columns/3").asString()).isEqualTo("RESIDENT_PHONE");
        assertThat(looked.json().path("preview").size()).isEqualTo(4);
        assertThat(reports()).isZero();

        assertThat(ordered(id + "/start", "{\"columns\":[null,\"LONGITUDE\"]}").status())
                .isEqualTo(400);
        assertThat(ordered(id + "/start", START).status()).isEqualTo(200);
        Answer over = awaitOver(id);
        assertThat(over.text("state")).isEqualTo("DONE");
        assertThat(over.json().path("stored").asInt()).isEqualTo(2);
        assertThat(over.json().path("refused").asInt()).isEqualTo(2);
        assertThat(ordered(id + "/start", START).status()).isEqualTo(409);
        assertThat(ordered(id + "/cancel", "{}").status()).isEqualTo(409);

        String errors = intake.send(intake.as(DISPATCHER, "/api/v1/import-jobs/" + id + "/errors"), true);
        assertThat(errors.lines()).hasSize(3);
        assertThat(errors).startsWith("\uFEFF诉求内容,经度,纬度,联系电话,行号,原因");
        assertThat(errors).contains("'=HYPERLINK(1)").contains("联系电话 ").contains("诉求内容 ");
        JsonNode faults = intake.get(DISPATCHER, "/api/v1/import-jobs/" + id + "/faults")
                .json()
                .path("items");
        assertThat(faults.findValuesAsString("column")).contains("联系电话", "诉求内容");
        assertThat(faults.valueStream().map(fault -> fault.path("line").asInt()))
                .isSorted()
                .allMatch(line -> line > 1);
        assertThat(faults.valueStream().map(fault -> fault.path("reason").asString()))
                .noneMatch(String::isBlank);
        assertThat(reports()).isEqualTo(2);
    }

    @Test
    void a_job_that_was_killed_goes_on_and_doubles_nothing() throws Exception {
        StringBuilder table = new StringBuilder("text,lng,lat,phone\n");
        for (int i = 0; i < 450; i++) {
            table.append("路灯 ").append(i).append(",120.11,30.21,\n");
        }
        String id = UUID.randomUUID().toString();
        long before = reports();
        upload(id, table.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(ordered(id + "/start", START.replace("RECEPTION", "PATROL")).status())
                .isEqualTo(200);
        awaitOver(id);
        assertThat(reports()).isEqualTo(before + 450);

        // As a crash leaves it: the rows are reports, the progress is that of the handful before.
        mongo.getDatabase("grid_intake")
                .getCollection("import_jobs")
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                "$set",
                                new Document("state", "RUNNING")
                                        .append("doneLine", 201)
                                        .append("stored", 200)
                                        .append("leasedUntil", new java.util.Date(0))));
        Answer over = awaitOver(id);
        assertThat(over.json().path("stored").asInt()).isEqualTo(450);
        assertThat(reports()).isEqualTo(before + 450);
    }

    @Test
    void a_job_is_its_owners_and_can_be_cancelled_before_it_starts() throws Exception {
        String id = UUID.randomUUID().toString();
        upload(id, "text\nx\n".getBytes(StandardCharsets.UTF_8));

        assertThat(intake.get(WORKER, "/api/v1/import-jobs/" + id).status()).isEqualTo(403);
        assertThat(intake.get(DISPATCHER, "/api/v1/import-jobs/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(ordered(id + "/cancel", "{}").text("state")).isEqualTo("CANCELLED");
        assertThat(upload(UUID.randomUUID().toString(), "nothing".getBytes(StandardCharsets.UTF_8))
                        .text("code"))
                .isEqualTo("import-empty");
        assertThat(upload("7", "text\nx".getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(400);
    }

    @Test
    void a_job_that_runs_is_cancelled_and_nobody_goes_on_with_it() throws Exception {
        String id = UUID.randomUUID().toString();
        upload(id, "诉求内容,经度,纬度,联系电话\n路灯不亮,120.11,30.21,\n垃圾成堆,120.11,30.21,\n".getBytes(StandardCharsets.UTF_8));
        long before = reports();
        // Another replica has it and died in the middle: its lease ends when we say.
        database()
                .getCollection("import_jobs")
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                "$set",
                                new Document("state", "RUNNING")
                                        .append(
                                                "leasedUntil",
                                                java.util.Date.from(
                                                        Instant.now().plusSeconds(3600)))));
        assertThat(intake.get(DISPATCHER, "/api/v1/import-jobs/" + id).text("state"))
                .isEqualTo("RUNNING");

        assertThat(ordered(id + "/cancel", "{}").text("state")).isEqualTo("CANCELLED");
        database()
                .getCollection("import_jobs")
                .updateOne(
                        new Document("_id", id),
                        new Document("$set", new Document("leasedUntil", new java.util.Date(0))));
        awaitNoRows(id);

        assertThat(intake.get(DISPATCHER, "/api/v1/import-jobs/" + id).text("state"))
                .isEqualTo("CANCELLED");
        assertThat(reports()).isEqualTo(before);
    }

    @Test
    void rows_of_a_job_that_is_over_are_deleted_and_those_that_a_crash_left_too() throws Exception {
        String cancelled = UUID.randomUUID().toString();
        upload(cancelled, "text\nx\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rowsOf(cancelled)).isOne();
        ordered(cancelled + "/cancel", "{}");
        awaitNoRows(cancelled);

        String done = UUID.randomUUID().toString();
        upload(done, "诉求内容,经度,纬度,联系电话\n路灯不亮,120.11,30.21,\n".getBytes(StandardCharsets.UTF_8));
        assertThat(ordered(done + "/start", START).status()).isEqualTo(200);
        assertThat(awaitOver(done).text("state")).isEqualTo("DONE");
        assertThat(rowsOf(done)).as("while its lease lasts").isOne();
        database()
                .getCollection("import_jobs")
                .updateOne(
                        new Document("_id", done),
                        new Document("$set", new Document("leasedUntil", new java.util.Date(0))));
        awaitNoRows(done);

        String waiting = UUID.randomUUID().toString();
        upload(waiting, "text\nx\n".getBytes(StandardCharsets.UTF_8));
        String crashed = UUID.randomUUID().toString();
        GridFSBuckets.create(database(), "blobs")
                .uploadFromStream(
                        new BsonString("import-" + crashed + "-0"),
                        "import-" + crashed + "-0",
                        new ByteArrayInputStream(new byte[] {1}));
        database()
                .getCollection("import_rows")
                .insertOne(new Document("_id", "import-" + crashed + "-0")
                        .append("jobId", crashed)
                        .append("at", new java.util.Date(0)));
        awaitNoRows(crashed);
        assertThat(rowsOf(waiting)).isOne();
    }

    private static void awaitNoRows(String id) {
        await().atMost(Duration.ofSeconds(30)).until(() -> rowsOf(id) == 0);
    }

    private static long rowsOf(String id) {
        return database().getCollection("blobs.files").countDocuments(Filters.regex("filename", "^import-" + id));
    }

    private static MongoDatabase database() {
        return mongo.getDatabase("grid_intake");
    }

    private static Answer upload(String id, byte[] content) throws Exception {
        return intake.send(intake.as(
                        DISPATCHER,
                        "/api/v1/import-jobs?id=" + id + "&fileName="
                                + URLEncoder.encode("诉求.csv", StandardCharsets.UTF_8))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(content)));
    }

    private static Answer ordered(String path, String body) throws Exception {
        return intake.post(DISPATCHER, "/api/v1/import-jobs/" + path, body);
    }

    private static Answer awaitOver(String id) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> intake.get(DISPATCHER, "/api/v1/import-jobs/" + id),
                        answer -> !answer.text("state").equals("RUNNING"));
    }

    private static long reports() {
        return mongo.getDatabase("grid_intake").getCollection("reports").countDocuments();
    }
}

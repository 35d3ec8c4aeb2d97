package io.wangge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the gateway itself gave up of the directory is looked at and discarded as the services' letters are. */
class DeadLettersIT {
    private static final TestGateway GATEWAY = TestGateway.shared();
    private static final String LETTERS = "/api/v1/dead-letters/gateway";
    private static final String LETTER = "grid.directory.v1/0/7";

    @Test
    void theAdministratorOfTheWholeSeesTheGatewaysOwnLettersAndDiscardsThemOnRecord() throws Exception {
        MongoDatabase database = GATEWAY.context.getBean(MongoDatabase.class);
        database.getCollection("dead_letters")
                .insertOne(new Document("_id", LETTER)
                        .append("topic", "grid.directory.v1")
                        .append("partition", 0)
                        .append("offset", 7L)
                        .append("headers", List.of())
                        .append("value", new Binary("{\"name\":\"张三\"}".getBytes(StandardCharsets.UTF_8)))
                        .append("group", "grid.gateway.directory")
                        .append("cause", "not a CloudEvent")
                        .append("at", new Date()));

        JsonNode list = json(GATEWAY.signedIn(LETTERS + "?topic=grid.directory.v1", "admin-1"));
        assertThat(list.get("service").asString()).isEqualTo("gateway");
        assertThat(list.get("items").get(0).get("id").asString()).isEqualTo(LETTER);
        assertThat(json(GATEWAY.signedIn(LETTERS + "/" + LETTER, "admin-1"))
                        .get("body")
                        .get("name")
                        .asString())
                .isEqualTo("‹2›");
        assertThat(GATEWAY.send(GATEWAY.signedIn(LETTERS, "leader-1")).statusCode())
                .isEqualTo(403);
        assertThat(GATEWAY.send(discard("")).statusCode())
                .as("without a reason")
                .isEqualTo(400);

        HttpResponse<String> done = GATEWAY.send(discard("误发"));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(TestGateway.json(done).get("done").get(0).asString()).isEqualTo(LETTER);
        assertThat(database.getCollection("dead_letter_acts")
                        .countDocuments(new Document("letters", LETTER).append("reason", "误发")))
                .isEqualTo(1);
        assertThat(json(GATEWAY.signedIn(LETTERS, "admin-1")).get("items").isEmpty())
                .isTrue();
    }

    private static HttpRequest.Builder discard(String reason) throws Exception {
        return GATEWAY.signedIn(LETTERS + "/discards", "admin-1")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"" + UUID.randomUUID() + "\",\"letters\":[\""
                        + LETTER + "\"],\"reason\":\"" + reason + "\"}"));
    }

    private static JsonNode json(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = GATEWAY.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestGateway.json(answer);
    }
}

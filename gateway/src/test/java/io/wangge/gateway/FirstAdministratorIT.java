package io.wangge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A new place, without demo data: one administrator gets in, and lets everybody else in. */
class FirstAdministratorIT {
    private static final TestGateway GATEWAY =
            new TestGateway("--grid.first-admin=staff-admin-1", "--grid.first-admin-password=first day");

    @Test
    void theFirstAdministratorChoosesAnotherPasswordAndOpensTheNextAccount() throws Exception {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> GATEWAY.context
                                .getBean(MongoDatabase.class)
                                .getCollection("accounts")
                                .countDocuments()
                        == 1);
        assertThat(TestGateway.codeOf(GATEWAY.signIn("staff-admin-1", "first day")))
                .isEqualTo("new-password-needed");
        HttpResponse<String> inside = GATEWAY.signIn("staff-admin-1", "first day", "a heron above the reeds");
        assertThat(inside.statusCode()).isEqualTo(200);

        HttpResponse<String> opened = GATEWAY.send(GATEWAY.request("/api/v1/accounts")
                .header(
                        "Authorization",
                        "Bearer " + TestGateway.json(inside).get("accessToken").asString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"staffId\":\"staff-handler-1\",\"username\":\"handler-1\"}")));
        assertThat(opened.statusCode()).isEqualTo(201);
        HttpResponse<String> next = GATEWAY.signIn(
                "handler-1", TestGateway.json(opened).get("password").asString(), "a kite behind the mill");
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(GATEWAY.signIn("staff-admin-1", "first day").statusCode())
                .as("the password of the settings")
                .isEqualTo(401);
    }
}

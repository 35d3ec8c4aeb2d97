package io.wangge.ledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** What a ledger answered, and that it is what a test expects. */
public final class Answers {
    private Answers() {}

    public static JsonNode ok(HttpResponse<String> response) {
        return ok(response, 200);
    }

    public static JsonNode ok(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return RunningLedger.json(response);
    }

    public static void assertProblem(HttpResponse<String> response, int status, String code) {
        JsonNode problem = ok(response, status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("remedy").asString()).isNotBlank();
    }
}

package io.wangge.systemtests.client;

import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back, as it came. */
public record Answer(int status, HttpHeaders headers, String body) {
    static final JsonMapper JSON = JsonMapper.builder().build();

    public boolean isDone() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body as JSON; a missing node when it is none. */
    public JsonNode json() {
        try {
            return body.isBlank() ? JSON.missingNode() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }

    /** @throws ProblemAnswer when it is not a 2xx */
    public Answer done() {
        if (!isDone()) {
            throw new ProblemAnswer(this);
        }
        return this;
    }
}

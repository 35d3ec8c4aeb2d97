package io.wangge.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of the demo's people, fetched once: signing in is no part of a lifecycle. They last 15 minutes. */
final class Tokens {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> PEOPLE = Stream.concat(
                    IntStream.rangeClosed(1, 12).mapToObj(number -> "grid-worker-" + number),
                    Stream.of(
                            "handler-7", "handler-12", "callback-clerk-2", "callback-clerk-3", "auditor-1", "leader-1"))
            .toList();

    private final Map<String, String> headers;

    private Tokens(Map<String, String> headers) {
        this.headers = headers;
    }

    static Tokens fetch(URI gateway, String password) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        try (Wire wire = new Wire(gateway)) {
            for (String person : PEOPLE) {
                String body = JSON.createObjectNode()
                        .put("username", person)
                        .put("password", password)
                        .toString();
                Wire.Reply reply = wire.send("POST", "/api/v1/sessions", "", body);
                if (reply.status() != 200) {
                    throw new BenchFailed("sign-in of " + person + " was answered with " + reply);
                }
                String token = JSON.readTree(reply.body()).path("accessToken").asString();
                headers.put(person, "Authorization: Bearer " + token + "\r\n");
            }
        }
        return new Tokens(headers);
    }

    /** The header line of somebody. */
    String headerOf(String person) {
        return Objects.requireNonNull(headers.get(person), person);
    }
}
